// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/invitation.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/fuzz/samples.hpp"

namespace {

using namespace lianxin;
using State = wire::InvitationReading::State;

wire::InvitationText sample(std::size_t pins, std::string address)
{
    wire::InvitationText text;
    text.realm = pins == 2 ? seal::Realm::production : seal::Realm::demo;
    text.code = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    text.user = fuzz::filled<UserId>(3);
    text.root = fuzz::filled<Hash>(4);
    for (std::size_t i = 0; i < pins; ++i)
        text.pins.push_back(fuzz::filled<Hash>(5));
    text.address = std::move(address);
    return text;
}

} // namespace

// What is accepted can be written, and what is written is read as the same.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    const auto reading = wire::readInvitation(bytes);
    promise(reading.state != State::slip || reading.group > 0, "a slip has a place");
    if (reading.state != State::whole)
        return false;
    const auto text = wire::writeInvitation(reading.invitation);
    promise(text.has_value(), "what is accepted can be written");
    const auto again = wire::readInvitation(*text);
    promise(again.state == State::whole && again.invitation == reading.invitation,
            "an invitation survives a round trip");
    return true;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    std::vector<std::string> made;
    for (const auto& text : {sample(1, "https://bridge.example.org:8443"), sample(2, "https://[2001:db8::7]"),
                             sample(0, "http://127.0.0.1:4000")})
        if (const auto written = wire::writeInvitation(text))
            made.push_back(*written);
    promise(made.size() == 3, "the sample invitations can be written");
    return made;
}
