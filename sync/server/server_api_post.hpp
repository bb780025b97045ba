// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/server_api.hpp"
#include "sync/wire/compression.hpp"
#include "sync/wire/error_reply.hpp"

// What the parts of ServerApi share: answers, and one call of a service on the worker's thread.
namespace lianxin::server {

// What a tablet should wait while the disk is full or the queue is long.
inline constexpr std::uint32_t kBusySeconds = 5;
inline constexpr std::uint32_t kBrokenSeconds = 60;

inline HttpReply replyOf(const wire::ErrorReply& refusal)
{
    HttpReply reply;
    reply.status = wire::httpStatusOf(refusal.code);
    reply.body = wire::encodeErrorReply(refusal);
    reply.retryAfter = refusal.retryAfter;
    return reply;
}

inline HttpReply replyOf(const Error& error) { return replyOf(wire::errorReplyOf(error)); }

inline HttpReply busyReply(std::uint32_t seconds, int status)
{
    auto refusal = wire::errorReplyOf(fail(Errc::busy, "come back later"));
    refusal.retryAfter = seconds;
    auto reply = replyOf(refusal);
    reply.status = status;
    return reply;
}

inline HttpReply packed(std::string bytes)
{
    auto body = wire::pack(std::move(bytes));
    HttpReply reply;
    reply.body = std::move(body.bytes);
    reply.encoding = body.encoding;
    return reply;
}

// One service call as the worker sees it.
template <typename T> class ServiceTask final : public StoreTask {
public:
    using Work = std::function<Result<Answer<T>>()>;
    using Say = std::function<void(Result<Answer<T>>)>;
    ServiceTask(bool writing, Work work, Say say) : m_writes(writing), m_work(std::move(work)), m_say(std::move(say)) {}

    bool writes() const override { return m_writes; }
    Result<void> perform() override
    {
        LIANXIN_TRY(m_answer, m_work());
        return {};
    }
    void answer(const Result<void>& done) override
    {
        if (done)
            m_say(std::move(m_answer));
        else
            m_say(done.error());
    }

private:
    bool m_writes;
    Work m_work;
    Say m_say;
    Answer<T> m_answer;
};
template <typename T>
void ServerApi::post(bool writes, std::function<Result<Answer<T>>()> work, std::function<HttpReply(Answer<T>&)> say,
                     const Done& done)
{
    auto answered = [this, say = std::move(say), done](Result<Answer<T>> answer) {
        if (!answer)
            return done(storeFailed(answer.error()));
        done(answer->refusal ? replyOf(*answer->refusal) : say(*answer));
    };
    if (!m_queue.post(std::make_shared<ServiceTask<T>>(writes, std::move(work), std::move(answered))))
        done(busyReply(kBusySeconds, 503));
}

} // namespace lianxin::server
