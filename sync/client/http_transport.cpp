// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/http_transport.hpp"

#include "sync/client/http_line.hpp"
#include "sync/seal/request.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/paths.hpp"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QSslCertificate>
#include <QTimer>

#include <algorithm>
#include <charconv>
#include <utility>

namespace lianxin::client {

namespace {

constexpr std::size_t kMaxReply = 64U * 1024U * 1024U;

std::uint32_t numberOf(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

HttpAnswer answerOf(const HttpLine::Outcome& outcome)
{
    const auto& read = outcome.read;
    HttpAnswer answer;
    answer.receivedBytes = read.body().size();
    const auto encoding = read.header("content-encoding");
    // A body that was cut is no answer, whatever its status line said; what came of it may still be of use.
    if (!read.isWhole()) {
        answer.failure = outcome.stranger ? Errc::stranger : Errc::offline;
        if (read.status() == 200 && encoding.empty())
            answer.begun = read.body();
        return answer;
    }
    auto body = wire::unpack(read.body(), encoding, kMaxReply);
    if (!body) {
        answer.failure = Errc::protocol;
        return answer;
    }
    answer.status = read.status();
    answer.body = std::move(*body);
    answer.retryAfter = std::chrono::seconds(numberOf(read.header("retry-after")));
    answer.formsVersion = numberOf(read.header(wire::kFormsHeaderLower));
    return answer;
}

void addHeader(QByteArray& head, std::string_view name, std::string_view value)
{
    head.append(name.data(), static_cast<qsizetype>(name.size())).append(": ");
    head.append(value.data(), static_cast<qsizetype>(value.size())).append("\r\n");
}

} // namespace

HttpTransport::HttpTransport(QUrl base, const QByteArray& caPem, QObject* parent, std::chrono::milliseconds silence)
    : QObject(parent), m_base(std::move(base)), m_tls(QSslConfiguration::defaultConfiguration()), m_silence(silence)
{
    m_tls.setProtocol(QSsl::TlsV1_3OrLater);
    // Only the organisation's own CA: no public authority can vouch for this server.
    m_tls.setCaCertificates(QSslCertificate::fromData(caPem, QSsl::Pem));
    m_base.setUserInfo({});
}

bool HttpTransport::mayTalk() const
{
    if (m_base.scheme() == QLatin1String("https"))
        return !m_tls.caCertificates().isEmpty();
    return m_base.scheme() == QLatin1String("http") && QHostAddress(m_base.host()).isLoopback();
}

HttpLine& HttpTransport::freeLine()
{
    const auto found = std::ranges::find_if(m_lines, [](const HttpLine* line) { return line->isFree(); });
    if (found != m_lines.end())
        return **found;
    auto* line = new HttpLine(m_base, m_tls, m_silence, this);
    m_lines.push_back(line);
    connect(line, &HttpLine::closed, this, [this, line] {
        std::erase(m_lines, line);
        line->deleteLater();
    });
    return *line;
}

void HttpTransport::post(std::string_view path, std::string body, const Authorise& authorise, Done done)
{
    send("POST", path, std::move(body), authorise, std::move(done));
}

void HttpTransport::get(std::string_view path, const Authorise& authorise, Done done)
{
    send("GET", path, {}, authorise, std::move(done));
}

void HttpTransport::send(std::string_view method, std::string_view path, std::string body, const Authorise& authorise,
                         Done done)
{
    const auto packed =
        wire::pack(std::move(body), m_readsDictionary ? wire::PeerReads::dictionary : wire::PeerReads::zstd);
    const auto refuse = [this, &done](Errc code) {
        HttpAnswer answer;
        answer.failure = code;
        QTimer::singleShot(0, this, [answer, call = std::move(done)] { call(answer); });
    };
    if (!mayTalk())
        return refuse(Errc::protocol);
    QByteArray request;
    request.append(method.data(), static_cast<qsizetype>(method.size())).append(' ');
    request.append(path.data(), static_cast<qsizetype>(path.size())).append(" HTTP/1.1\r\n");
    const auto host = m_base.authority(QUrl::FullyEncoded).toLatin1();
    addHeader(request, "Host", {host.constData(), static_cast<std::size_t>(host.size())});
    addHeader(request, "Accept-Encoding", wire::kEncodingDictionary);
    if (!packed.encoding.empty())
        addHeader(request, "Content-Encoding", packed.encoding);
    if (method != "GET")
        addHeader(request, "Content-Length", std::to_string(packed.bytes.size()));
    if (authorise) {
        const auto header = authorise(method, path, packed.bytes);
        if (!header)
            return refuse(header.error().code);
        addHeader(request, seal::kAuthHeader, *header);
    }
    request.append("\r\n").append(packed.bytes.data(), static_cast<qsizetype>(packed.bytes.size()));
    QElapsedTimer timer;
    timer.start();
    const auto sent = packed.bytes.size();
    freeLine().exchange(std::move(request), kMaxReply,
                        [this, timer, sent, call = std::move(done)](const HttpLine::Outcome& outcome) {
                            if (outcome.read.header("content-encoding") == wire::kEncodingDictionary)
                                m_readsDictionary = true;
                            auto answer = answerOf(outcome);
                            answer.took = std::chrono::milliseconds(timer.elapsed());
                            answer.sentBytes = sent;
                            call(answer);
                        });
}

} // namespace lianxin::client
