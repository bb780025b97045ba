// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

// The signed body: exactly the texts that the encoder would write are accepted.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    const auto decoded = wire::decodeChangeset(bytes);
    if (decoded)
        promise(wire::encodeChangeset(*decoded) == bytes, "a changeset has one text");
    return decoded.has_value();
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    core::Changeset plain;
    plain.dot = {filled<ReplicaId>(1), 1};
    plain.user = filled<UserId>(2);
    plain.pasts = {core::Context{}};
    plain.changes = {changeset(1).changes.front()};
    plain.changes.front().writes.resize(1);
    return {wire::encodeChangeset(changeset(7)), wire::encodeChangeset(plain)};
}
