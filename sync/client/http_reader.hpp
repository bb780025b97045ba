// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace lianxin::client {

// Reads one HTTP/1.1 answer as its bytes come. What came of the body is there before the answer is whole: a link that breaks wastes none of it.
// Pure: no socket, no time. It believes nothing: sizes are bounded, and what is no answer is `bad`.
class HttpReader {
public:
    enum class State : std::uint8_t { head, body, chunkSize, chunk, chunkEnd, trailer, done, bad };

    explicit HttpReader(std::size_t maxBody) : m_maxBody(maxBody) {}

    State feed(std::string_view bytes);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isWhole() const { return m_state == State::done; }
    [[nodiscard]] int status() const { return m_status; }                    // 0 before the head is whole
    [[nodiscard]] std::string_view header(std::string_view lowerName) const; // empty when it is not there
    [[nodiscard]] const std::string& body() const { return m_body; }         // as far as it came
    [[nodiscard]] bool mayGoOn() const
    {
        return isWhole() && m_keep && !m_surplus;
    } // the connection takes another request

private:
    void step(std::string_view& bytes);
    // A line without its end, when it is there in whole; what was taken is gone from `bytes`.
    bool line(std::string_view& bytes, std::string& out);
    void headLine(const std::string& text);
    void headEnds();
    void chunkBegins(const std::string& text);
    void take(std::string_view& bytes, State then);
    void fail() { m_state = State::bad; }

    std::size_t m_maxBody;
    State m_state{State::head};
    int m_status{0};
    bool m_statusSeen{false};
    bool m_keep{true};
    bool m_surplus{false}; // bytes after the answer: nothing on this connection can be believed any more
    std::size_t m_headBytes{0};
    std::size_t m_left{0}; // of the body or the chunk
    std::string m_line;
    std::map<std::string, std::string, std::less<>> m_headers; // names in lower case
    std::string m_body;
};

} // namespace lianxin::client
