// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/http_reader.hpp"

#include <algorithm>
#include <charconv>

namespace lianxin::client {

namespace {

constexpr std::size_t kMaxHead = 64U * 1024U; // a proxy on the way may add to our own, which has some hundred bytes

std::string lower(std::string_view text)
{
    std::string out(text);
    for (auto& letter : out)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// The whole text is one number, without sign.
bool readNumber(std::string_view text, int base, std::size_t& out)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, base);
    return !text.empty() && error == std::errc() && end == text.data() + text.size();
}

} // namespace

std::string_view HttpReader::header(std::string_view lowerName) const
{
    const auto found = m_headers.find(lowerName);
    return found == m_headers.end() ? std::string_view() : std::string_view(found->second);
}

HttpReader::State HttpReader::feed(std::string_view bytes)
{
    while (!bytes.empty() && m_state != State::bad && m_state != State::done)
        step(bytes);
    m_surplus = m_surplus || !bytes.empty();
    return m_state;
}

void HttpReader::step(std::string_view& bytes)
{
    if (m_state == State::body)
        return take(bytes, State::done);
    if (m_state == State::chunk)
        return take(bytes, State::chunkEnd);
    std::string text;
    if (!line(bytes, text))
        return;
    switch (m_state) {
    case State::head: return text.empty() && m_statusSeen ? headEnds() : headLine(text);
    case State::chunkSize: return chunkBegins(text);
    case State::chunkEnd: m_state = text.empty() ? State::chunkSize : State::bad; return;
    default: // a trailer says nothing that we ask for
        if (text.empty())
            m_state = State::done;
    }
}

bool HttpReader::line(std::string_view& bytes, std::string& out)
{
    const auto end = bytes.find('\n');
    const auto part = bytes.substr(0, end);
    m_headBytes += part.size() + (end == std::string_view::npos ? 0 : 1);
    if (m_headBytes > kMaxHead + m_maxBody / 16) { // chunks have heads too
        fail();
        return false;
    }
    m_line += part;
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (m_line.size() > kMaxHead)
        fail();
    if (end == std::string_view::npos || m_state == State::bad)
        return false;
    if (!m_line.empty() && m_line.back() == '\r')
        m_line.pop_back();
    out.swap(m_line);
    m_line.clear();
    return true;
}

void HttpReader::headLine(const std::string& text)
{
    const std::string_view view(text);
    if (!m_statusSeen) {
        std::size_t status = 0;
        if (view.size() < 12 || view.substr(0, 7) != "HTTP/1." || view[8] != ' ' ||
            !readNumber(view.substr(9, 3), 10, status) || status < 100 || (view.size() > 12 && view[12] != ' '))
            return fail();
        m_keep = view[7] != '0';
        m_status = static_cast<int>(status);
        m_statusSeen = true;
        return;
    }
    const auto colon = view.find(':');
    if (colon == 0 || colon == std::string_view::npos || view.find_first_of(" \t") < colon)
        return fail();
    const auto [place, isNew] = m_headers.emplace(lower(view.substr(0, colon)), trimmed(view.substr(colon + 1)));
    // Said twice in two ways is how one answer becomes two.
    if (!isNew && (place->first == "content-length" || place->first == "transfer-encoding"))
        fail();
}

void HttpReader::headEnds()
{
    if (m_status < 200) { // only a beginning: the answer follows
        m_status = 0;
        m_statusSeen = false;
        m_headers.clear();
        return;
    }
    if (lower(header("connection")) == "close")
        m_keep = false;
    const auto coding = lower(header("transfer-encoding"));
    const auto length = header("content-length");
    if (!coding.empty()) {
        m_state = coding == "chunked" && length.empty() ? State::chunkSize : State::bad;
        return;
    }
    if (m_status == 204 || m_status == 304) {
        m_state = State::done;
        return;
    }
    // Without a length nobody can tell a whole answer from a cut one.
    if (!readNumber(length, 10, m_left) || m_left > m_maxBody)
        return fail();
    m_state = m_left == 0 ? State::done : State::body;
}

void HttpReader::chunkBegins(const std::string& text)
{
    const auto size = trimmed(std::string_view(text).substr(0, text.find(';')));
    if (!readNumber(size, 16, m_left) || m_left > m_maxBody - m_body.size())
        return fail();
    m_state = m_left == 0 ? State::trailer : State::chunk;
}

void HttpReader::take(std::string_view& bytes, State then)
{
    const auto part = bytes.substr(0, m_left);
    m_body += part;
    m_left -= part.size();
    bytes.remove_prefix(part.size());
    if (m_left == 0)
        m_state = then;
}

} // namespace lianxin::client
