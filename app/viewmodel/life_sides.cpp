// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/life_sides.hpp"

#include "app/forms/life_edit.hpp"
#include "app/viewmodel/value_text.hpp"
#include "sync/store/life.hpp"

#include <QCoreApplication>

#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LifeSides)
};

store::Life lifeIn(const Value& value)
{
    const auto json = value.json();
    const auto* object = json.if_object();
    const auto* state = object == nullptr ? nullptr : object->if_contains("state");
    const auto number = state != nullptr && state->is_int64() ? state->get_int64() : 1;
    return number == 2 || number == 3 ? static_cast<store::Life>(number) : store::Life::active;
}

store::Life meant(const ConflictSide& side) { return lifeIn(side.takes.value_or(side.head.value)); }

QString lifeWords(const Desk& desk, const Value& value)
{
    switch (lifeIn(value)) {
    case store::Life::active: return Words::tr("Stays in use");
    case store::Life::voided: return Words::tr("Put away, not needed any more");
    case store::Life::merged: break;
    }
    const auto json = value.json();
    const auto* into = json.get_object().if_contains("into");
    const auto id = into != nullptr && into->is_string()
                        ? RecordId::parse(std::string_view(into->get_string().data(), into->get_string().size()))
                        : Result<RecordId>(fail(Errc::notFound, "nowhere"));
    const QString name = id ? recordName(desk, *id) : QString();
    return name.isEmpty() ? Words::tr("Joined with another one") : Words::tr("Joined with %1").arg(name);
}

// What came besides, newest first: "电话 199 0000 0021".
ConflictSide besides(const Desk& desk, const RecordType& type, const store::RecordView& view,
                     const std::vector<Dot>& unseen)
{
    std::vector<std::pair<const RegisterKey*, const core::Head*>> written;
    for (const auto& reg : view.registers)
        for (const auto& head : reg.heads)
            if (std::ranges::binary_search(unseen, head.dot))
                written.emplace_back(&reg.key, &head);
    std::ranges::stable_sort(written, std::greater(), [](const auto& one) { return one.second->hlc; });
    ConflictSide side{*written.front().second, {}, {}, forms::lifeEdit(store::Life::active).value, unseen};
    QStringList lines;
    for (const auto& [key, head] : written) {
        const Field* field = type.field(key->number);
        const QString value =
            field != nullptr && field->sealed ? QString() : registerText(desk, type, *key, head->value);
        lines << (value.isEmpty() || !key->element.empty()
                      ? registerLabel(desk, type, *key)
                      : Words::tr("%1: %2", "what and its value").arg(registerLabel(desk, type, *key), value));
    }
    lines.removeDuplicates();
    side.words = lines.mid(0, 4).join(QLatin1Char('\n'));
    return side;
}

} // namespace

std::vector<ConflictSide> lifeSides(const Desk& desk, const RecordType& type, const store::RecordView& view)
{
    std::vector<ConflictSide> sides;
    const auto* life = view.find({kLifeRegister, {}});
    if (life == nullptr)
        return sides;
    const auto reading = store::readLifeOf(&type, view.registers);
    if (!reading.unseen.empty())
        sides.push_back(besides(desk, type, view, reading.unseen));
    for (auto head = life->heads.rbegin(); head != life->heads.rend(); ++head) {
        ConflictSide side{*head, {}, lifeWords(desk, head->value), {}, {}};
        if (std::ranges::any_of(sides, [&](const ConflictSide& one) { return one.words == side.words; }))
            continue;
        if (lifeIn(head->value) == store::Life::voided) // whoever decides has seen all that stands there
            side.takes = forms::lifeEdit(store::Life::voided).value;
        if (life->note)
            for (const auto& [dot, words] : life->note->whys)
                if (dot == head->dot)
                    side.why = qs(words);
        sides.push_back(std::move(side));
    }
    return sides;
}

QString lifeTag(const ConflictSide& side)
{
    if (!side.besides.empty())
        return Words::tr("Wrote this besides");
    return meant(side) == store::Life::active   ? Words::tr("Kept it")
           : meant(side) == store::Life::voided ? Words::tr("Put it away")
                                                : Words::tr("Joined it");
}

QString lifeAction(const ConflictSide& side)
{
    return meant(side) == store::Life::active   ? Words::tr("Keep it in use")
           : meant(side) == store::Life::voided ? Words::tr("Put it away")
                                                : Words::tr("Leave it joined");
}

} // namespace lianxin::ui
