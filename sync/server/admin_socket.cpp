// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/admin_socket.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <future>

namespace lianxin::server {

namespace json = boost::json;

namespace {
constexpr std::size_t kMaxLine = 64 * 1024 * 1024; // a status of a large province
constexpr std::size_t kMaxForms = 8 * 1024 * 1024;
constexpr std::size_t kCommandDepth = 8;
constexpr int kReadMillis = 30'000;

// A path for sockaddr_un, whose 107 bytes a data folder may exceed: through the folder's descriptor it is always short.
class SocketName {
public:
    explicit SocketName(const std::string& path)
        : m_folder(::open(std::filesystem::path(path).parent_path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC))
    {
        const auto text =
            "/proc/self/fd/" + std::to_string(m_folder) + "/" + std::filesystem::path(path).filename().string();
        m_address.sun_family = AF_UNIX;
        std::strncpy(m_address.sun_path, text.c_str(), sizeof m_address.sun_path - 1);
    }
    ~SocketName()
    {
        if (m_folder >= 0)
            ::close(m_folder);
    }
    SocketName(const SocketName&) = delete;
    SocketName& operator=(const SocketName&) = delete;
    [[nodiscard]] const sockaddr* address() const { return reinterpret_cast<const sockaddr*>(&m_address); }
    [[nodiscard]] static socklen_t size() { return sizeof(sockaddr_un); }

private:
    int m_folder;
    sockaddr_un m_address{};
};

bool sendAll(int connection, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto done = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (done <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

Result<std::string> readLine(int connection)
{
    std::string line;
    char buffer[65536];
    while (line.size() < kMaxLine) {
        pollfd waiting{connection, POLLIN, 0};
        if (::poll(&waiting, 1, kReadMillis) <= 0)
            return fail(Errc::io, "no answer from the running server");
        const auto got = ::recv(connection, buffer, sizeof buffer, 0);
        if (got <= 0)
            return fail(Errc::io, "the running server closed the connection");
        line.append(buffer, static_cast<std::size_t>(got));
        if (line.back() == '\n') {
            line.pop_back();
            return line;
        }
    }
    return fail(Errc::protocol, "line too long");
}

class AdminTask final : public StoreTask {
public:
    AdminTask(AdminService& service, json::object command) : m_service(service), m_command(std::move(command)) {}
    std::future<Result<json::object>> result() { return m_promise.get_future(); }
    bool writes() const override { return AdminService::writes(m_command); }
    Result<void> perform() override
    {
        LIANXIN_TRY(m_reply, m_service.run(m_command));
        return {};
    }
    void answer(const Result<void>& done) override
    {
        if (done)
            m_promise.set_value(std::move(m_reply));
        else
            m_promise.set_value(done.error());
    }

private:
    AdminService& m_service;
    json::object m_command;
    json::object m_reply;
    std::promise<Result<json::object>> m_promise;
};
} // namespace

std::string encodeAdminReply(const Result<json::object>& reply)
{
    if (reply)
        return canonicalJson(*reply);
    return canonicalJson(
        json::object{{"error", static_cast<int>(reply.error().code)}, {"detail", reply.error().detail}});
}

Result<json::object> decodeAdminReply(const std::string& line)
{
    JsonLimits limits;
    limits.maxBytes = kMaxLine;
    LIANXIN_TRY(auto value, parseJson(line, limits));
    if (!value.is_object())
        return fail(Errc::protocol, "no object");
    auto& object = value.get_object();
    const auto* error = object.if_contains("error");
    if (!error)
        return std::move(object);
    const auto* detail = object.if_contains("detail");
    const auto code = error->is_int64() ? static_cast<Errc>(error->get_int64()) : Errc::internal;
    return fail(code, detail && detail->is_string() ? std::string(detail->get_string()) : std::string{});
}

Result<std::unique_ptr<AdminSocket>> AdminSocket::open(const HomePaths& paths, AdminService& service,
                                                       StoreWorker& worker)
{
    const auto path = paths.adminSocket();
    ::unlink(path.c_str()); // of a process that was killed: the folder's lock says that no other runs
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int wake = ::eventfd(0, EFD_CLOEXEC);
    const SocketName name(path);
    if (listener < 0 || wake < 0 || ::bind(listener, name.address(), SocketName::size()) != 0 ||
        ::chmod(path.c_str(), 0600) != 0 || ::listen(listener, 8) != 0) {
        auto error = fail(Errc::io, std::string("cannot open the administrators' socket: ") +
                                        std::generic_category().message(errno));
        ::close(listener);
        ::close(wake);
        return error;
    }
    return std::unique_ptr<AdminSocket>(new AdminSocket(listener, wake, path, service, worker));
}

AdminSocket::AdminSocket(int listener, int wake, std::string path, AdminService& service, StoreWorker& worker)
    : m_listener(listener), m_wake(wake), m_path(std::move(path)), m_service(service), m_worker(worker),
      m_thread([this] { run(); })
{}

AdminSocket::~AdminSocket()
{
    const std::uint64_t one = 1;
    std::ignore = ::write(m_wake, &one, sizeof one);
    m_thread.join();
    ::close(m_listener);
    ::close(m_wake);
    ::unlink(m_path.c_str());
}

void AdminSocket::run()
{
    for (;;) {
        pollfd waiting[]{{m_listener, POLLIN, 0}, {m_wake, POLLIN, 0}};
        if (::poll(waiting, 2, -1) < 0 && errno != EINTR)
            return;
        if (waiting[1].revents != 0)
            return;
        if (waiting[0].revents == 0)
            continue;
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        serve(connection);
        ::close(connection);
    }
}

void AdminSocket::serve(int connection)
{
    const auto line = readLine(connection);
    if (line)
        sendAll(connection, answer(*line) + "\n");
}

std::string AdminSocket::answer(const std::string& line)
{
    // A command may carry the signed forms of a whole province as one text.
    auto command = parseJson(line, {kMaxLine, kMaxForms, kCommandDepth});
    if (!command || !command->is_object())
        return encodeAdminReply(fail(Errc::invalidInput, "not a command"));
    auto task = std::make_shared<AdminTask>(m_service, std::move(command->get_object()));
    auto result = task->result();
    if (!m_worker.post(task))
        return encodeAdminReply(fail(Errc::busy, "the server is too busy, try again"));
    return encodeAdminReply(result.get());
}

Result<std::optional<json::object>> askRunningServer(const HomePaths& paths, const json::object& command)
{
    const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const SocketName name(paths.adminSocket());
    if (connection < 0 || ::connect(connection, name.address(), SocketName::size()) != 0) {
        ::close(connection);
        return std::optional<json::object>{};
    }
    const bool sent = sendAll(connection, canonicalJson(command) + "\n");
    auto line = sent ? readLine(connection) : Result<std::string>(fail(Errc::io, "the running server does not listen"));
    ::close(connection);
    if (!line)
        return line.error();
    LIANXIN_TRY(auto said, decodeAdminReply(*line));
    return std::optional(std::move(said));
}

} // namespace lianxin::server
