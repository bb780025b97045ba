// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/weather_call.hpp"

namespace lianxin::ui {
namespace {

constexpr Millis kHolds = 24LL * 3600 * 1000;

} // namespace

bool WeatherCall::mayCall() const { return m_desk.isOpen() && m_desk.mayWrite(m_desk.type("weather_alert")); }

Result<std::vector<forms::Committed>> WeatherCall::call(std::int64_t kind)
{
    if (!mayCall())
        return fail(Errc::notAllowed, "weather is called by the township");
    const RecordType& type = m_desk.type("weather_alert");
    const Millis now = m_desk.now() - m_desk.now() % 60'000;
    std::vector<forms::Committed> calls;
    LIANXIN_TRY(const auto partitions, m_desk.store().partitions());
    for (const auto& one : partitions) {
        if (!one.granted || !one.partition.text().starts_with("v:"))
            continue;
        forms::NewRecord wanted{type.number, {}, one.partition, {}};
        wanted.prefill[type.field(std::string_view("kind"))->number] = Value::fromInt(kind);
        wanted.prefill[type.field(std::string_view("at"))->number] = Value::fromInt(now);
        wanted.prefill[type.field(std::string_view("until"))->number] = Value::fromInt(now + kHolds);
        LIANXIN_TRY(auto editor, forms::RecordEditor::openNew(m_desk.editorPorts(), wanted));
        LIANXIN_TRY(auto done, editor.commit());
        done.draft.reset(); // taking it back leaves no sentence to finish
        calls.push_back(std::move(done));
    }
    return calls;
}

Result<void> WeatherCall::takeBack(const std::vector<forms::Committed>& calls)
{
    for (const auto& one : calls)
        LIANXIN_CHECK(forms::undo(m_desk.editorPorts(), one));
    return {};
}

std::map<std::int64_t, Millis> WeatherCall::inForce() const
{
    std::map<std::int64_t, Millis> kinds;
    if (!m_desk.isOpen())
        return kinds;
    const RecordType& type = m_desk.type("weather_alert");
    const auto views = m_desk.store().ofType(type.number);
    for (const auto& view : views ? *views : std::vector<store::RecordView>{}) {
        const forms::RecordFields fields(type, view);
        const Millis until = fields.number("until").value_or(0);
        if (view.life != store::Life::active || until <= m_desk.now() || fields.number("at").value_or(0) > m_desk.now())
            continue;
        Millis& kept = kinds[fields.number("kind").value_or(0)];
        kept = std::max(kept, until);
    }
    return kinds;
}

} // namespace lianxin::ui
