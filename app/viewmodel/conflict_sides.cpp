// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/conflict_sides.hpp"

#include "app/forms/life_edit.hpp"
#include "app/viewmodel/life_sides.hpp"
#include "app/viewmodel/value_text.hpp"

#include <QCoreApplication>

#include <boost/json/object.hpp>

#include <algorithm>

namespace lianxin::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConflictSides)
};

std::string textOf(const Value& value) { return value.asText().value_or(""); }

bool isPhone(const Field* field)
{
    return field != nullptr && (field->format == TextFormat::phone || field->format == TextFormat::mobile);
}

const Field* differingField(const RecordType& type, const store::RegisterView& shown)
{
    if (const Field* field = type.field(shown.key.number))
        return field;
    const Group* group = type.group(shown.key.number);
    const Field* found = nullptr;
    if (group == nullptr)
        return nullptr;
    for (const auto number : group->fields) {
        std::set<std::string> values;
        for (const auto& head : shown.heads) {
            const auto json = head.value.json();
            const auto* object = json.if_object();
            const auto* member = object != nullptr ? object->if_contains(std::to_string(number)) : nullptr;
            values.insert(member != nullptr ? canonicalJson(*member) : "null");
        }
        if (values.size() < 2)
            continue;
        if (found != nullptr)
            return nullptr;
        found = type.field(number);
    }
    return found;
}

forms::TextMark markOf(std::size_t side) { return side == 0 ? forms::TextMark::first : forms::TextMark::second; }

} // namespace

QString ConflictSide::id() const
{
    return qs(head.dot.replica.text()) + QLatin1Char('.') + QString::number(head.dot.number);
}

bool ConflictPicture::isText() const
{
    return field != nullptr && field->number == look.key.number && field->kind == FieldKind::text &&
           field->control == "longText";
}

bool ConflictPicture::isWrittenBesides() const
{
    return look.isLife() && std::ranges::any_of(sides, [](const ConflictSide& one) { return !one.besides.empty(); });
}

Value ConflictPicture::whatWas(const RegisterKey& key) const
{
    const auto* was = opened.view.find(key);
    if (key.number == kLifeRegister && (was == nullptr || !isWrittenBesides()))
        return forms::lifeEdit(store::Life::active).value;
    return was != nullptr ? was->value : Value::null();
}

const ConflictSide* ConflictPicture::side(const QString& id) const
{
    const auto found =
        std::find_if(sides.begin(), sides.end(), [&](const ConflictSide& one) { return one.id() == id; });
    return found == sides.end() ? nullptr : &*found;
}

Value ConflictPicture::with(const Value& fieldValue) const
{
    if (field == nullptr || field->number == look.key.number)
        return fieldValue;
    const auto json = sides.front().head.value.json();
    boost::json::object object = json.is_object() ? json.get_object() : boost::json::object();
    if (fieldValue.isNull())
        object.erase(std::to_string(field->number));
    else
        object[std::to_string(field->number)] = fieldValue.json();
    return Value::fromJson(object);
}

Value ConflictPicture::fieldValue(const Value& registerValue) const
{
    if (field == nullptr || field->number == look.key.number)
        return registerValue;
    const auto json = registerValue.json();
    const auto* object = json.if_object();
    const auto* member = object != nullptr ? object->if_contains(std::to_string(field->number)) : nullptr;
    return member != nullptr ? Value::fromJson(*member) : Value::null();
}

std::optional<RegisterKey> ConflictPicture::secondPhone() const
{
    if (sides.size() != 2 || type->name != "household" || field == nullptr || field->name != "phone1")
        return std::nullopt;
    if (std::any_of(sides.begin(), sides.end(), [](const ConflictSide& one) { return one.head.value.isNull(); }))
        return std::nullopt;
    const Field* second = type->field(std::string_view("phone2"));
    if (second == nullptr)
        return std::nullopt;
    const RegisterKey key{second->number, {}};
    const auto* there = opened.view.find(key);
    return there == nullptr || (there->value.isNull() && !there->conflict) ? std::optional(key) : std::nullopt;
}

std::optional<forms::TextPieces> ConflictPicture::proposal() const
{
    if (!isText() || !beforeKnown || sides.size() != 2)
        return std::nullopt;
    auto merged = forms::mergeTexts(before ? textOf(before->value) : std::string(), textOf(sides[0].head.value),
                                    textOf(sides[1].head.value));
    // Both took everything out in their own way: nothing that one would put before a person.
    return merged && !forms::joined(*merged).empty() ? merged : std::nullopt;
}

Result<ConflictPicture> pictureOf(const Desk& desk, const OpenLook& look)
{
    ConflictPicture picture;
    picture.look = look;
    LIANXIN_TRY(picture.opened, desk.store().openForEdit(look.record));
    picture.type = desk.catalogue().type(picture.opened.view.type);
    const auto* shown = picture.opened.view.find(look.key);
    if (picture.type == nullptr || shown == nullptr || !shown->conflict)
        return fail(Errc::notFound, "nothing differs here");
    if (look.isLife()) {
        picture.sides = lifeSides(desk, *picture.type, picture.opened.view);
        return picture;
    }
    picture.field = differingField(*picture.type, *shown);
    if (shown->note) {
        picture.beforeKnown = true;
        picture.before = shown->note->before;
    }
    for (auto head = shown->heads.rbegin(); head != shown->heads.rend();
         ++head) { // greatest dot first: it is the one in use
        if (std::any_of(picture.sides.begin(), picture.sides.end(),
                        [&](const ConflictSide& one) { return one.head.value == head->value; }))
            continue;
        QString why;
        if (shown->note)
            for (const auto& [dot, words] : shown->note->whys)
                if (dot == head->dot)
                    why = qs(words);
        picture.sides.push_back({*head, why, {}, {}, {}});
    }
    return picture;
}

QString writerName(const Desk& desk, UserId user)
{
    const QString name = desk.userName(user);
    return name.isEmpty() ? Words::tr("A colleague") : name;
}

Roles sideRoles()
{
    return {{"sideId"},
            {"tag"},
            {"current", false},
            {"value"},
            {"name"},
            {"place"},
            {"initial"},
            {"tint", 0},
            {"whenText"},
            {"whyText"},
            {"actionLabel"},
            {"canCall", false},
            {"parts", {}, {Role("partId", 0), Role("line"), Role("mark", 0)}},
            {"accessibleText"}};
}

Rows partRows(const forms::TextPieces& pieces)
{
    Rows rows;
    for (const auto& piece : pieces)
        rows.push_back({{"partId", static_cast<int>(rows.size())},
                        {"line", qs(piece.text)},
                        {"mark", static_cast<int>(piece.mark)}});
    return rows;
}

Rows sideRows(const Desk& desk, const ConflictPicture& picture)
{
    Rows rows;
    const bool isText = picture.isText();
    const bool isLife = picture.look.isLife();
    for (const auto& side : picture.sides) {
        const bool current = rows.empty() && !isLife;
        const QString name = writerName(desk, side.head.user);
        const QString value =
            isLife ? side.words : registerText(desk, *picture.type, picture.look.key, side.head.value);
        const auto mine = desk.store().isMine(side.head.dot);
        const bool here = mine && *mine;
        const QString moment = momentText(desk.writtenAt(side.head.hlc), desk.today());
        const QString when = isText ? moment
                             : here ? Words::tr("%1, on this tablet").arg(moment)
                                    : Words::tr("%1, on another tablet").arg(moment);
        const QString tag = isText    ? QString()
                            : isLife  ? lifeTag(side)
                            : current ? Words::tr("In use now")
                                      : Words::tr("Someone also wrote");
        Row row{{"sideId", side.id()},
                {"tag", tag},
                {"current", current},
                {"value", value},
                {"name", name},
                {"place", desk.userPlace(side.head.user)},
                {"initial", initialOf(name)},
                {"tint", tintOf(recordOf(side.head.user))},
                {"whenText", when},
                {"whyText", side.why},
                {"actionLabel", isText    ? Words::tr("Keep the words of %1").arg(name)
                                : isLife  ? lifeAction(side)
                                : current ? Words::tr("Keep this")
                                          : Words::tr("Take that")},
                {"canCall", isPhone(picture.field) && !picture.fieldValue(side.head.value).isNull()}};
        QStringList spoken{tag, value, name, when, side.why};
        spoken.removeAll(QString());
        row.set("accessibleText", spoken.join(Words::tr(", ", "between parts that are read aloud")));
        if (isText) {
            const std::string text = textOf(side.head.value);
            row.list("parts",
                     partRows(picture.beforeKnown ? forms::textDifference(picture.before ? textOf(picture.before->value)
                                                                                         : std::string(),
                                                                          text, markOf(rows.size()))
                                                  : forms::TextPieces{{text, forms::TextMark::plain}}));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace lianxin::ui
