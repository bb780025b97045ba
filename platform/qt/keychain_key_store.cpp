// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/keychain_key_store.hpp"

#include <QEventLoop>
#include <QLibrary>
#include <QTimer>
#include <QVariant>

#include <qt6keychain/keychain.h>

#include <chrono>
#include <memory>

namespace lianxin::platform {

namespace {

QString entryName() { return QStringLiteral("device-secret-1"); }

// A person may have to unlock the session's key ring in a dialog.
constexpr std::chrono::seconds kPatience{60};

Result<void> requirePinnedBackend()
{
    // The same test that QtKeychain makes before it prefers libsecret.
    QLibrary secret(QStringLiteral("secret-1"), 0);
    if (!secret.load())
        return fail(Errc::io, "no key store: the Secret Service library (libsecret) is not on this machine");
    return {};
}

// A job that never answers is left to delete itself: the backend still holds a pointer to it.
struct Abandon {
    void operator()(QKeychain::Job* job) const
    {
        if (job->property("finished").toBool())
            delete job;
        else
            job->setAutoDelete(true);
    }
};
template <typename Job> using JobPointer = std::unique_ptr<Job, Abandon>;

Result<void> run(QKeychain::Job& job)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    QEventLoop loop;
    bool finished = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        finished = true;
        job.setProperty("finished", true);
        loop.quit();
    });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    job.start();
    if (!finished)
        loop.exec();
    if (!finished)
        return fail(Errc::io, "the key store does not answer");
    switch (job.error()) {
    case QKeychain::NoError: return {};
    case QKeychain::EntryNotFound: return fail(Errc::notFound, "the key store holds no device secret");
    default: return fail(Errc::io, "key store error " + std::to_string(static_cast<int>(job.error())));
    }
}

} // namespace

KeychainKeyStore::KeychainKeyStore(QString service) : m_service(std::move(service)) {}

Result<SecretBytes> KeychainKeyStore::loadDeviceSecret()
{
    LIANXIN_CHECK(requirePinnedBackend());
    const JobPointer<QKeychain::ReadPasswordJob> job(new QKeychain::ReadPasswordJob(m_service));
    job->setKey(entryName());
    LIANXIN_CHECK(run(*job));
    // Text, because the Secret Service of some desktops cuts binary values at a zero byte.
    QByteArray text = job->textData().toLatin1();
    auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    wipeMemory(text.data(), static_cast<std::size_t>(text.size()));
    if (!decoded || decoded.decoded.size() != static_cast<qsizetype>(kDeviceSecretBytes))
        return fail(Errc::damaged, "the key store's entry is not a device secret");
    auto secret = SecretBytes::copyOf(std::string_view(decoded.decoded.constData(), kDeviceSecretBytes));
    wipeMemory(decoded.decoded.data(), kDeviceSecretBytes);
    return secret;
}

Result<void> KeychainKeyStore::storeDeviceSecret(const SecretBytes& secret)
{
    auto present = loadDeviceSecret();
    if (present)
        return present->equals(secret) ? Result<void>{} : fail(Errc::notAllowed, "another device secret is there");
    if (present.error().code != Errc::notFound)
        return present.error();
    const JobPointer<QKeychain::WritePasswordJob> job(new QKeychain::WritePasswordJob(m_service));
    job->setKey(entryName());
    auto raw =
        QByteArray::fromRawData(reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size()));
    QByteArray text = raw.toBase64();
    job->setTextData(QString::fromLatin1(text));
    wipeMemory(text.data(), static_cast<std::size_t>(text.size()));
    LIANXIN_CHECK(run(*job));
    // A store that forgets what it was given must be found out now, not at the next start.
    LIANXIN_TRY(auto readBack, loadDeviceSecret());
    if (!readBack.equals(secret))
        return fail(Errc::io, "the key store did not keep the device secret");
    return {};
}

} // namespace lianxin::platform
