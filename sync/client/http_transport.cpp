// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/http_transport.hpp"

#include "sync/seal/request.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/paths.hpp"
#include "sync/wire/reply_limits.hpp"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslError>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

namespace lianxin::client {

namespace {

constexpr int kOk = 200;
constexpr const char* kContentEncoding = "Content-Encoding";
constexpr const char* kCause = "lianxin-cause"; // what a signal of the reply said before it finished

QByteArray bytesOf(std::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

// Only dates are wrong: the authority is ours, the clock is not.
Cause causeOf(const QList<QSslError>& errors)
{
    const auto aboutDates = [](const QSslError& error) {
        return error.error() == QSslError::CertificateNotYetValid || error.error() == QSslError::CertificateExpired;
    };
    return std::ranges::all_of(errors, aboutDates) ? Cause::certificateDate : Cause::foreignServer;
}

Cause causeOf(const QNetworkReply& reply)
{
    if (const auto said = reply.property(kCause); said.isValid())
        return static_cast<Cause>(said.toInt());
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError: return Cause::nameUnknown;
    case QNetworkReply::ConnectionRefusedError: return Cause::refused;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: return Cause::silent; // the transfer timeout cancels
    case QNetworkReply::SslHandshakeFailedError: return Cause::notTls;
    case QNetworkReply::ProxyAuthenticationRequiredError: return Cause::proxyAsks;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError: return Cause::noLink;
    default: return Cause::cut;
    }
}

HttpAnswer answerOf(const QNetworkReply& reply, std::string&& raw, std::size_t limit)
{
    HttpAnswer answer;
    const auto status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.receivedBytes = raw.size();
    const auto encoding = reply.rawHeader(kContentEncoding);
    // A body that was cut is no answer at all, whatever its status line said; what came of it may still be of use.
    const auto error = reply.error();
    const bool whole = error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied;
    if (!whole || status == 0) {
        answer.failure = error == QNetworkReply::SslHandshakeFailedError ? Errc::stranger : Errc::offline;
        answer.cause = causeOf(reply);
        if (answer.cause == Cause::oversized)
            answer.failure = Errc::protocol;
        else if (status == kOk && encoding.isEmpty())
            answer.begun = std::move(raw);
        return answer;
    }
    auto body = wire::unpack(raw, {encoding.data(), static_cast<std::size_t>(encoding.size())}, limit);
    if (!body) {
        answer.failure = Errc::protocol;
        answer.cause = body.error().detail.ends_with("larger than allowed") ? Cause::oversized : Cause::unpackable;
        return answer;
    }
    answer.status = status;
    answer.body = std::move(*body);
    answer.retryAfter = std::chrono::seconds(reply.rawHeader("Retry-After").toInt());
    answer.formsVersion = reply.rawHeader(bytesOf(wire::kFormsHeader)).toUInt();
    return answer;
}

// Takes what comes as it comes, so that a cut leaves what was there before it. Whoever answers without an end, or says beforehand that there
// will be too much, is cut off.
void collect(QNetworkReply& reply, std::string& raw, std::size_t limit)
{
    const auto cutOff = [&reply] {
        reply.setProperty(kCause, static_cast<int>(Cause::oversized));
        reply.abort();
    };
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, &reply, [&reply, cutOff, limit] {
        const auto said = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (said > static_cast<qint64>(limit) && reply.isRunning())
            cutOff();
    });
    QObject::connect(&reply, &QNetworkReply::readyRead, &reply, [&reply, &raw, cutOff, limit] {
        const auto bytes = reply.readAll();
        raw.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        if (raw.size() > limit && reply.isRunning())
            cutOff();
    });
}

// Qt's own timeout begins with the request on the line: a network that takes a connection and then says nothing, not even in the handshake, would be
// waited for as long as the system likes. This one covers what comes before: from the start to the first byte of the answer, anew with each step.
void watch(QNetworkReply& reply, std::chrono::milliseconds silence)
{
    auto* timer = new QTimer(&reply);
    timer->setSingleShot(true);
    const auto goesOn = [timer] {
        if (timer->isActive())
            timer->start();
    };
    QObject::connect(timer, &QTimer::timeout, &reply, [&reply] {
        reply.setProperty(kCause, static_cast<int>(Cause::silent));
        reply.abort();
    });
    QObject::connect(&reply, &QNetworkReply::encrypted, timer, goesOn);
    QObject::connect(&reply, &QNetworkReply::uploadProgress, timer, goesOn);
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, timer, &QTimer::stop);
    QObject::connect(&reply, &QNetworkReply::finished, timer, &QTimer::stop);
    timer->start(silence);
}

} // namespace

HttpTransport::HttpTransport(QUrl base, const QByteArray& caPem, std::chrono::milliseconds silence, QObject* parent)
    : QObject(parent), m_base(std::move(base)), m_silence(silence), m_tls(QSslConfiguration::defaultConfiguration())
{
    m_tls.setProtocol(QSsl::TlsV1_3OrLater);
    // Only the organisation's own CA: no public authority can vouch for this server.
    m_tls.setCaCertificates(QSslCertificate::fromData(caPem, QSsl::Pem));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(static_cast<int>(silence.count()));
}

bool HttpTransport::mayTalk() const
{
    if (m_base.scheme() == QLatin1String("https"))
        return !m_tls.caCertificates().isEmpty();
    return m_base.scheme() == QLatin1String("http") && QHostAddress(m_base.host()).isLoopback();
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
    auto packed = wire::pack(std::move(body), m_readsDictionary ? wire::PeerReads::dictionary : wire::PeerReads::zstd);
    const auto refuse = [this, &done](Errc code) {
        HttpAnswer answer;
        answer.failure = code;
        QTimer::singleShot(0, this, [answer, call = std::move(done)] { call(answer); });
    };
    if (!mayTalk())
        return refuse(Errc::protocol);
    QUrl url = m_base;
    url.setPath(QString::fromUtf8(bytesOf(path)));
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("lianxin"));
    // Set by hand, so that Qt neither adds its own list nor unpacks: the size limit is ours.
    request.setRawHeader("Accept-Encoding", bytesOf(wire::kEncodingDictionary));
    request.setRawHeader("Accept-Language", "*");
    if (!packed.encoding.empty())
        request.setRawHeader(kContentEncoding, bytesOf(packed.encoding));
    if (authorise) {
        const auto header = authorise(method, path, packed.bytes);
        if (!header)
            return refuse(header.error().code);
        request.setRawHeader(bytesOf(seal::kAuthHeader), bytesOf(*header));
    }
    QElapsedTimer timer;
    timer.start();
    // A custom verb that reads POST: Qt's own would insist on a Content-Type, which is implied here (PROTOCOL section 2).
    auto* reply = m_network.sendCustomRequest(request, bytesOf(method), bytesOf(packed.bytes));
    const auto sent = packed.bytes.size();
    connect(reply, &QNetworkReply::sslErrors, reply,
            [reply](const QList<QSslError>& errors) { reply->setProperty(kCause, static_cast<int>(causeOf(errors))); });
    const auto raw = std::make_shared<std::string>();
    const auto limit = wire::replyLimit(path);
    collect(*reply, *raw, limit);
    watch(*reply, m_silence);
    connect(reply, &QNetworkReply::finished, this, [this, reply, raw, limit, timer, sent, call = std::move(done)] {
        if (reply->rawHeader(kContentEncoding) == bytesOf(wire::kEncodingDictionary))
            m_readsDictionary = true; // who writes it reads it
        auto answer = answerOf(*reply, std::move(*raw), limit);
        answer.took = std::chrono::milliseconds(timer.elapsed());
        answer.sentBytes = sent;
        reply->deleteLater();
        call(answer);
    });
}

} // namespace lianxin::client
