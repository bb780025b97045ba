// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/http_host.hpp"

#include "sync/server/http_messages.hpp"

#include <boost/asio.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace lianxin::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace ssl = asio::ssl;
using tcp = asio::ip::tcp;

namespace {
constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
// After a refusal the rest of a body is read and thrown away, so that the answer is not lost in a reset; this much and this long.
constexpr std::size_t kDrainBytes = 8 * 1024 * 1024;
constexpr std::chrono::seconds kDrain{2};
constexpr std::chrono::seconds kAcceptPause{1};

// One connection as the stop sees it: closed at once while it waits for a request, otherwise after its answer.
struct Session {
    std::atomic<bool> idle{true};
    std::function<void()> close;
};
} // namespace

class HttpHost::Impl {
public:
    Impl(HttpOptions options, HttpApp& app, AccessLog& log) : m_options(std::move(options)), m_app(app), m_log(log) {}

    Result<std::uint16_t> listen();
    void run();
    void stop();

private:
    asio::awaitable<void> accept();
    asio::awaitable<void> start(tcp::socket socket);
    template <typename Stream>
    asio::awaitable<void> serve(Stream& stream, std::shared_ptr<Session> session, std::string peer);
    template <typename Stream>
    asio::awaitable<bool> serveOne(Stream& stream, Session& session, beast::flat_buffer& buffer,
                                   const std::string& peer);
    template <typename Stream>
    asio::awaitable<beast::error_code> readRequest(Stream& stream, beast::flat_buffer& buffer, Parser& parser);
    template <typename Stream>
    asio::awaitable<void> refuse(Stream& stream, const beast::error_code& error, std::uint64_t number);
    asio::awaitable<HttpReply> ask(HttpRequest request);
    void enter(const std::shared_ptr<Session>& session);
    void leave(const std::shared_ptr<Session>& session);
    void beginStop();

    HttpOptions m_options;
    HttpApp& m_app;
    AccessLog& m_log;
    asio::io_context m_context;
    ssl::context m_tls{ssl::context::tls_server};
    std::optional<tcp::acceptor> m_acceptor;
    std::optional<asio::signal_set> m_signals;
    std::optional<asio::steady_timer> m_deadline;
    std::mutex m_mutex; // guards m_sessions and m_stopping together: a session is either told to close or sees the flag
    std::set<std::shared_ptr<Session>> m_sessions;
    bool m_stopping{false};
};

Result<std::uint16_t> HttpHost::Impl::listen()
{
    beast::error_code error;
    const auto address = asio::ip::make_address(m_options.address, error);
    if (error)
        return fail(Errc::invalidInput, "not an address to listen on: " + m_options.address);
    if (m_options.tlsCertificate.empty() && !address.is_loopback())
        return fail(Errc::notAllowed, "plain HTTP is for loopback addresses only");
    if (!m_options.tlsCertificate.empty()) {
        SSL_CTX_set_min_proto_version(m_tls.native_handle(), TLS1_3_VERSION);
        beast::error_code certificate;
        beast::error_code key;
        m_tls.use_certificate_chain(asio::buffer(m_options.tlsCertificate), certificate);
        m_tls.use_private_key(asio::buffer(m_options.tlsKey), ssl::context::pem, key);
        if (certificate || key)
            return fail(Errc::damaged, "the TLS certificate or its key cannot be read");
    }
    m_acceptor.emplace(asio::make_strand(m_context));
    const tcp::endpoint endpoint(address, m_options.port);
    m_acceptor->open(endpoint.protocol(), error);
    if (!error)
        m_acceptor->set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor->bind(endpoint, error);
    if (!error)
        m_acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return fail(Errc::io, "cannot listen on " + m_options.address + ":" + std::to_string(m_options.port) + ": " +
                                  error.message());
    return m_acceptor->local_endpoint().port();
}

void HttpHost::Impl::run()
{
    m_deadline.emplace(m_context);
    m_signals.emplace(m_context, SIGTERM, SIGINT);
    m_signals->async_wait([this](const beast::error_code& error, int) {
        if (!error)
            beginStop();
    });
    asio::co_spawn(m_acceptor->get_executor(), accept(), asio::detached);
    std::vector<std::jthread> threads;
    for (int i = 1; i < m_options.threads; ++i)
        threads.emplace_back([this] { m_context.run(); });
    m_context.run();
}

void HttpHost::Impl::stop()
{
    asio::post(m_context, [this] { beginStop(); });
}

void HttpHost::Impl::beginStop()
{
    std::set<std::shared_ptr<Session>> sessions;
    {
        const std::lock_guard guard(m_mutex);
        if (m_stopping)
            return;
        m_stopping = true;
        sessions = m_sessions;
        m_deadline->expires_after(m_options.request + kDrain);
        m_deadline->async_wait([this](const beast::error_code& error) {
            if (!error)
                m_context.stop();
        });
        if (sessions.empty())
            m_deadline->cancel();
    }
    m_signals->cancel();
    asio::post(m_acceptor->get_executor(), [this] {
        beast::error_code ignored;
        m_acceptor->close(ignored);
    });
    for (const auto& session : sessions)
        session->close();
}

void HttpHost::Impl::enter(const std::shared_ptr<Session>& session)
{
    const std::lock_guard guard(m_mutex);
    m_sessions.insert(session);
}

void HttpHost::Impl::leave(const std::shared_ptr<Session>& session)
{
    const std::lock_guard guard(m_mutex);
    m_sessions.erase(session);
    if (m_stopping && m_sessions.empty())
        m_deadline->cancel();
}

asio::awaitable<void> HttpHost::Impl::accept()
{
    for (;;) {
        auto [error, socket] = co_await m_acceptor->async_accept(asio::make_strand(m_context), kToken);
        if (!m_acceptor->is_open())
            co_return;
        if (error) { // out of descriptors: let some go first
            asio::steady_timer pause(co_await asio::this_coro::executor, kAcceptPause);
            co_await pause.async_wait(kToken);
            continue;
        }
        bool full = false;
        {
            const std::lock_guard guard(m_mutex);
            full = m_stopping || m_sessions.size() >= m_options.connections;
        }
        if (full)
            continue; // the socket closes here
        const auto executor = socket.get_executor();
        asio::co_spawn(executor, start(std::move(socket)), asio::detached);
    }
}

asio::awaitable<void> HttpHost::Impl::start(tcp::socket socket)
{
    beast::error_code error;
    socket.set_option(tcp::no_delay(true), error);
    const auto peer = socket.remote_endpoint(error).address().to_string();
    const auto executor = socket.get_executor();
    auto session = std::make_shared<Session>();
    beast::ssl_stream<beast::tcp_stream> stream(beast::tcp_stream(std::move(socket)), m_tls);
    auto& plain = stream.next_layer();
    auto alive = std::make_shared<bool>(true);
    // Runs on the session's strand, as the coroutine does: `plain` is looked at only while it lives.
    session->close = [executor, alive, weak = std::weak_ptr(session), &plain] {
        asio::post(executor, [alive, weak, &plain] {
            const auto strong = weak.lock();
            if (*alive && strong && strong->idle)
                plain.close();
        });
    };
    enter(session);
    if (m_options.tlsCertificate.empty()) {
        co_await serve(plain, session, peer);
    } else {
        plain.expires_after(m_options.request);
        const auto [failed] = co_await stream.async_handshake(ssl::stream_base::server, kToken);
        if (!failed) {
            co_await serve(stream, session, peer);
            plain.expires_after(kDrain);
            co_await stream.async_shutdown(kToken);
        }
    }
    *alive = false;
    leave(session);
}

template <typename Stream>
asio::awaitable<void> HttpHost::Impl::serve(Stream& stream, std::shared_ptr<Session> session, std::string peer)
{
    beast::flat_buffer buffer(m_options.headerBytes + 64 * 1024);
    for (;;) {
        session->idle = true;
        {
            const std::lock_guard guard(m_mutex);
            if (m_stopping)
                co_return;
        }
        if (buffer.size() == 0) {
            beast::get_lowest_layer(stream).expires_after(m_options.idle);
            auto [error, bytes] = co_await stream.async_read_some(buffer.prepare(4096), kToken);
            if (error)
                co_return;
            buffer.commit(bytes);
        }
        session->idle = false;
        beast::get_lowest_layer(stream).expires_after(m_options.request);
        if (!co_await serveOne(stream, *session, buffer, peer))
            co_return;
    }
}

template <typename Stream>
asio::awaitable<beast::error_code> HttpHost::Impl::readRequest(Stream& stream, beast::flat_buffer& buffer,
                                                               Parser& parser)
{
    parser.header_limit(static_cast<std::uint32_t>(m_options.headerBytes));
    parser.body_limit(boost::none); // which limit holds is known with the target; until then nothing of a body is read
    auto [headerError, headerBytes] = co_await http::async_read_header(stream, buffer, parser, kToken);
    if (headerError)
        co_return headerError;
    const auto target = textOf(parser.get().target());
    const auto limit = m_app.bodyLimit(std::string_view(target).substr(0, target.find('?')));
    if (parser.content_length() && *parser.content_length() > limit)
        co_return beast::error_code(http::error::body_limit);
    parser.body_limit(limit); // bounds chunked bodies too
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> go{http::status::continue_, 11};
        auto [error, bytes] = co_await http::async_write(stream, go, kToken);
        if (error)
            co_return error;
    }
    auto [bodyError, bodyBytes] = co_await http::async_read(stream, buffer, parser, kToken);
    co_return bodyError;
}

template <typename Stream>
asio::awaitable<bool> HttpHost::Impl::serveOne(Stream& stream, Session& session, beast::flat_buffer& buffer,
                                               const std::string& peer)
{
    const auto number = m_log.nextRequest();
    const auto began = std::chrono::steady_clock::now();
    Parser parser;
    if (const auto error = co_await readRequest(stream, buffer, parser)) {
        co_await refuse(stream, error, number);
        co_return false;
    }
    bool keepAlive = parser.keep_alive();
    auto request = makeRequest(parser, peer);
    const auto path = m_app.loggedPath(request.path);
    const auto bytesIn = request.body.size();
    auto reply = co_await ask(std::move(request));
    const auto replica = reply.replicaTag;
    const auto status = reply.status;
    const auto bytesOut = reply.body.size();
    {
        const std::lock_guard guard(m_mutex);
        keepAlive = keepAlive && !m_stopping;
    }
    const auto response = makeResponse(std::move(reply), keepAlive);
    beast::get_lowest_layer(stream).expires_after(m_options.request);
    auto [error, bytes] = co_await http::async_write(stream, response, kToken);
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    m_log.request({number, path, status, bytesIn, bytesOut, took.count(), replica});
    session.idle = true;
    co_return !error && keepAlive;
}

template <typename Stream>
asio::awaitable<void> HttpHost::Impl::refuse(Stream& stream, const beast::error_code& error, std::uint64_t number)
{
    if (error == http::error::end_of_stream)
        co_return;
    const auto status = statusOf(error);
    m_log.request({number, "refused", status, 0, 0, 0, {}});
    if (status == 408 || error.category() == asio::error::get_system_category())
        co_return; // nobody is listening any more
    HttpReply reply;
    reply.status = status;
    reply.body = m_app.errorBody(Errc::invalidInput, status == 431   ? "header too large"
                                                     : status == 413 ? "body too large"
                                                                     : "not HTTP/1.1");
    const auto response = makeResponse(std::move(reply), false);
    auto& plain = beast::get_lowest_layer(stream);
    plain.expires_after(kDrain);
    auto [failed, written] = co_await http::async_write(stream, response, kToken);
    std::vector<char> sink(64 * 1024);
    plain.expires_after(kDrain);
    for (std::size_t seen = 0; !failed && seen < kDrainBytes;) {
        auto [ended, bytes] = co_await stream.async_read_some(asio::buffer(sink), kToken);
        if (ended)
            break;
        seen += bytes;
    }
}

asio::awaitable<HttpReply> HttpHost::Impl::ask(HttpRequest request)
{
    // NOLINTNEXTLINE(performance-unnecessary-value-param): it is moved on, which the checker does not see in a template
    auto initiate = [this](auto handler, HttpRequest asked) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        auto work =
            std::make_shared<asio::executor_work_guard<asio::any_io_executor>>(asio::get_associated_executor(*shared));
        m_app.handle(std::move(asked), [shared, work](HttpReply reply) {
            asio::post(work->get_executor(),
                       [shared, work, answer = std::move(reply)]() mutable { (*shared)(std::move(answer)); });
        });
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(HttpReply)>(initiate, asio::use_awaitable,
                                                                                std::move(request));
}

HttpHost::HttpHost(HttpOptions options, HttpApp& app, AccessLog& log)
    : m_impl(std::make_unique<Impl>(std::move(options), app, log))
{}
HttpHost::~HttpHost() = default;
Result<std::uint16_t> HttpHost::listen() { return m_impl->listen(); }
void HttpHost::run() { m_impl->run(); }
void HttpHost::stop() { m_impl->stop(); }

} // namespace lianxin::server
