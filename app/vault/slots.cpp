// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/slots.hpp"

namespace lianxin::vault {

namespace {

constexpr std::uint64_t kSuite = 1;
constexpr std::size_t kLongestSealed = 160;
constexpr std::size_t kLongestBox = 320;

std::string_view viewOf(const Salt& salt) { return {reinterpret_cast<const char*>(salt.data()), salt.size()}; }

SecretBytes slotKey(const std::string& associated, const SecretBytes& stretched, const Lock& lock)
{
    // The parts before AD have fixed lengths, told apart by the first byte.
    const std::string_view form = lock.extra ? "\x01" : std::string_view("\0", 1);
    const std::string_view extra = lock.extra ? lock.extra->view() : std::string_view();
    return keyedHash(lock.deviceSecret, {form, stretched.view(), extra, associated});
}

SecretBytes recoveryKey(const std::string& associated, const SecretBytes& code)
{
    return keyedHash(code, {associated});
}

std::string recoveryAssociated(const std::string& place, const Salt& salt) { return place + std::string(viewOf(salt)); }

} // namespace

std::string SlotPlace::associated(char kind) const
{
    ByteWriter out;
    out.raw("lianxin vault ");
    out.number(kSuite, 2);
    out.raw(user.bytes);
    out.raw(vault.bytes);
    out.raw(std::string_view(&kind, 1));
    return out.bytes();
}

DeviceSecretId nameOf(const SecretBytes& deviceSecret)
{
    const auto hash = keyedHash(deviceSecret, {"lianxin device secret name"});
    DeviceSecretId name{};
    std::copy_n(hash.data(), name.size(), name.begin());
    return name;
}

std::string PassphraseSlot::associated(const std::string& place) const
{
    ByteWriter out;
    out.raw(place);
    out.number(argon.passes, 4);
    out.number(argon.memoryKiB, 4);
    out.raw(salt);
    out.raw(deviceSecret);
    return out.bytes();
}

Result<PassphraseSlot> sealSlot(const std::string& place, const ArgonParams& argon, const Lock& lock,
                                const SecretBytes& key, RandomSource& random)
{
    PassphraseSlot slot;
    slot.argon = argon;
    random.fill(slot.salt);
    slot.deviceSecret = nameOf(lock.deviceSecret);
    LIANXIN_TRY(const auto stretched, stretch(lock.passphrase, slot.salt, argon));
    const auto associated = slot.associated(place);
    slot.sealed = sealBytes(slotKey(associated, stretched, lock), associated, key, random);
    return slot;
}

Result<SecretBytes> openSlot(const std::string& place, const PassphraseSlot& slot, const Lock& lock)
{
    if (slot.deviceSecret != nameOf(lock.deviceSecret))
        return fail(Errc::notFound, "the device secret is not the one of this vault: recovery");
    LIANXIN_TRY(const auto stretched, stretch(lock.passphrase, slot.salt, slot.argon));
    return openStretched(place, slot, stretched, lock);
}

Result<SecretBytes> openStretched(const std::string& place, const PassphraseSlot& slot, const SecretBytes& stretched,
                                  const Lock& lock)
{
    const auto associated = slot.associated(place);
    return openBytes(slotKey(associated, stretched, lock), associated, slot.sealed);
}

RecoverySlot sealRecovery(const std::string& place, const SecretBytes& code, const SecretBytes& keys,
                          RandomSource& random)
{
    RecoverySlot slot;
    random.fill(slot.salt);
    const auto associated = recoveryAssociated(place, slot.salt);
    slot.sealed = sealBytes(recoveryKey(associated, code), associated, keys, random);
    return slot;
}

Result<SecretBytes> openRecovery(const std::string& place, const RecoverySlot& slot, const SecretBytes& code)
{
    const auto associated = recoveryAssociated(place, slot.salt);
    return openBytes(recoveryKey(associated, code), associated, slot.sealed);
}

Result<PairBoxes> sealToPairs(const std::string& place, const RecoveryHolders& holders, const SecretBytes& secret,
                              RandomSource& random)
{
    // Sealed boxes bind nothing of their own, so the place travels inside.
    SecretBytes plain(place.size() + secret.size());
    std::copy(place.begin(), place.end(), plain.data());
    std::copy_n(secret.data(), secret.size(), plain.data() + place.size());
    PairBoxes boxes;
    for (std::size_t i = 0; i < kHolderPairs.size(); ++i) {
        const auto [first, second] = kHolderPairs[i];
        LIANXIN_TRY(const auto inner, seal::sealTo(holders[second], plain.span(), random));
        LIANXIN_TRY(boxes[i],
                    seal::sealTo(holders[first],
                                 std::span(reinterpret_cast<const std::uint8_t*>(inner.data()), inner.size()), random));
    }
    return boxes;
}

Result<SecretBytes> openOuterBox(const std::string& box, const seal::BoxKey& first)
{
    LIANXIN_TRY(const auto inner, first.open(box));
    return SecretBytes::copyOf(inner.span());
}

Result<SecretBytes> openInnerBox(const std::string& place, const SecretBytes& inner, const seal::BoxKey& second)
{
    LIANXIN_TRY(const auto opened, second.open(inner.view()));
    const auto plain = SecretBytes::copyOf(opened.span());
    if (plain.size() <= place.size() || plain.view().substr(0, place.size()) != place)
        return fail(Errc::wrongSecret, "the box belongs to another vault");
    return plain.part(place.size(), plain.size() - place.size());
}

void writeSealed(ByteWriter& out, const Sealed& sealed)
{
    out.raw(sealed.nonce);
    out.block(sealed.bytes);
}

Result<Sealed> readSealed(ByteReader& in)
{
    Sealed sealed;
    LIANXIN_CHECK(in.raw(sealed.nonce));
    LIANXIN_TRY(sealed.bytes, in.block(kLongestSealed));
    return sealed;
}

void PassphraseSlot::write(ByteWriter& out) const
{
    out.number(argon.passes, 4);
    out.number(argon.memoryKiB, 4);
    out.raw(salt);
    out.raw(deviceSecret);
    writeSealed(out, sealed);
}

Result<PassphraseSlot> PassphraseSlot::read(ByteReader& in)
{
    PassphraseSlot slot;
    LIANXIN_TRY(const auto passes, in.number(4));
    LIANXIN_TRY(const auto memory, in.number(4));
    slot.argon = {static_cast<std::uint32_t>(passes), static_cast<std::uint32_t>(memory)};
    LIANXIN_CHECK(checkArgon(slot.argon));
    LIANXIN_CHECK(in.raw(slot.salt));
    LIANXIN_CHECK(in.raw(slot.deviceSecret));
    LIANXIN_TRY(slot.sealed, readSealed(in));
    return slot;
}

void RecoverySlot::write(ByteWriter& out) const
{
    out.raw(salt);
    writeSealed(out, sealed);
}

Result<RecoverySlot> RecoverySlot::read(ByteReader& in)
{
    RecoverySlot slot;
    LIANXIN_CHECK(in.raw(slot.salt));
    LIANXIN_TRY(slot.sealed, readSealed(in));
    return slot;
}

void EscrowSlot::write(ByteWriter& out) const
{
    for (const auto& holder : holders)
        out.raw(holder.bytes);
    for (const auto& box : keys)
        out.block(box);
    for (const auto& box : deviceSecret)
        out.block(box);
}

Result<EscrowSlot> EscrowSlot::read(ByteReader& in)
{
    EscrowSlot slot;
    for (auto& holder : slot.holders)
        LIANXIN_CHECK(in.raw(holder.bytes));
    for (auto& box : slot.keys) {
        LIANXIN_TRY(box, in.block(kLongestBox));
    }
    for (auto& box : slot.deviceSecret) {
        LIANXIN_TRY(box, in.block(kLongestBox));
    }
    return slot;
}

} // namespace lianxin::vault
