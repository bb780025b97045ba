// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/seal/chain.hpp"
#include "sync/server/http_replies.hpp"
#include "sync/server/server_api.hpp"
#include "sync/wire/compression.hpp"

// What the parts of ServerApi share: the words of a request, and one call of a service on the worker's thread.
namespace lianxin::server {

// What a tablet should wait while the queue is long.
inline constexpr std::uint32_t kBusySeconds = 5;

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

// The body of a request, unpacked within its limit and read by `decode`.
template <typename Decode>
auto readBody(const HttpRequest& request, std::size_t limit, Decode decode) -> decltype(decode(std::string()))
{
    const auto bytes = wire::unpack(request.body, request.encoding, limit);
    if (!bytes)
        return bytes.error();
    return decode(*bytes);
}

// What a replica asks for, with what proves that it does.
template <typename Request>
std::shared_ptr<Signed<Request>> jobOf(const seal::RequestAuth& auth, const Hash& hash, Request request)
{
    return std::make_shared<Signed<Request>>(Signed<Request>{auth.replica, auth.counter, hash, std::move(request)});
}

// The chains of parcels that `fits` and whose signatures are of `key`; one that does not fit is refused in the words `otherwise`.
template <typename Fits>
Result<std::shared_ptr<std::vector<std::vector<Hash>>>>
verifiedChains(const core::PushRequest& push, const seal::PublicSignKey& key, Fits fits, const char* otherwise)
{
    auto chains = std::make_shared<std::vector<std::vector<Hash>>>();
    for (const auto& parcel : push.parcels) {
        if (!fits(parcel))
            return fail(Errc::protocol, otherwise);
        LIANXIN_CHECK(seal::verifyParcel(key, parcel));
        chains->push_back(seal::chainOf(parcel));
    }
    return chains;
}

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
