// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/conflict_model.hpp"

#include "app/viewmodel/sentences.hpp"
#include "app/viewmodel/value_text.hpp"
#include "sync/model/catalogue_values.hpp"

#include <algorithm>

namespace lianxin::ui {

ConflictModel::ConflictModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator), m_sides(sideRoles()),
      m_proposalParts({Role("partId", 0), Role("line"), Role("mark", 0)}),
      m_optionsNew({{"code", 0}, {"label"}, {"iconName"}, {"chosen", false}})
{
    connect(&m_desk, &Desk::changed, this, &ConflictModel::refresh);
    connect(&m_desk, &Desk::languageChanged, this, &ConflictModel::refresh);
    connect(&m_desk, &Desk::opened, this, [this] { show({}); });
    connect(&m_desk, &Desk::closed, this, [this] {
        m_queue.clear();
        m_aside.clear();
        m_picture.reset();
        m_doubted.clear();
        m_newError.clear();
        render();
    });
}

ConflictModel::Kind ConflictModel::kind() const { return !m_picture ? None : m_picture->isText() ? Text : Value; }

void ConflictModel::readQueue() { m_queue = openLooks(m_book); }

std::vector<OpenLook> ConflictModel::ahead() const
{
    std::vector<OpenLook> ahead;
    for (const auto& look : m_queue)
        if (!m_aside.contains(look.id()) && !(m_picture && m_picture->look.isSamePlace(look)))
            ahead.push_back(look);
    return ahead;
}

void ConflictModel::lookAtNext()
{
    m_picture.reset();
    m_doubted.clear();
    m_newError.clear();
    for (const auto& look : ahead())
        if (auto picture = pictureOf(m_desk, look)) {
            m_picture = std::move(*picture);
            break;
        }
}

void ConflictModel::show(RecordId first)
{
    m_aside.clear();
    m_picture.reset();
    readQueue();
    const auto wanted = [&](const OpenLook& look) {
        return look.record == first || look.root == first || m_book.familyOf(look.record) == first;
    };
    if (!first.isNil())
        std::stable_partition(m_queue.begin(), m_queue.end(), wanted);
    lookAtNext();
    render();
}

void ConflictModel::refresh()
{
    if (m_settling)
        return;
    readQueue();
    const bool stillOpen = m_picture && std::any_of(m_queue.begin(), m_queue.end(), [&](const OpenLook& look) {
                               return m_picture->look.isSamePlace(look);
                           });
    if (!stillOpen)
        lookAtNext();
    render();
}

void ConflictModel::render()
{
    m_heading = m_picture ? tr("One thing needs a look") : QString();
    const auto waiting = m_picture ? static_cast<int>(ahead().size()) : 0;
    m_queueText = waiting > 0 ? tr("%n more after this", nullptr, waiting) : QString();
    m_line.clear();
    m_beforeText.clear();
    m_beforeLine.clear();
    m_sides.setRows(m_picture ? sideRows(m_desk, *m_picture) : Rows{});
    if (m_picture) {
        const QString subject = lookSubject(m_book, m_picture->look);
        std::set<UserId> writers;
        for (const auto& side : m_picture->sides)
            writers.insert(side.head.user);
        if (writers.size() < 2)
            m_line = tr("%1 was written on two tablets. See which is right.").arg(subject);
        else if (writers.size() > 2)
            m_line = tr("Several people changed %1. See which is right.").arg(subject);
        else
            m_line = m_picture->isText() ? tr("Two people added words to %1.").arg(subject)
                                         : tr("Two people changed %1. See which is right.").arg(subject);
        if (const auto& before = m_picture->before) {
            m_beforeText = registerText(m_desk, *m_picture->type, m_picture->look.key, before->value);
            m_beforeLine = tr("%1, written by %2")
                               .arg(relativeDay(dayInChina(m_desk.writtenAt(before->hlc)), m_desk.today()),
                                    writerName(m_desk, before->user));
        } else if (!m_picture->beforeKnown) {
            m_beforeText = tr("To be seen after the next connection");
        }
    }
    renderNew();
    renderProposal();
    emit changed();
}

void ConflictModel::renderNew()
{
    Rows options;
    m_newHint.clear();
    const Field* field = m_picture ? m_picture->field : nullptr;
    const auto chosen =
        field != nullptr ? m_picture->fieldValue(m_picture->sides.front().head.value) : lianxin::Value::null();
    if (field != nullptr && field->kind == FieldKind::code) {
        const CodeList* list = m_desk.catalogue().codeList(field->codeList);
        for (const auto number :
             offeredCodes(m_desk.catalogue(), *field, fieldsOf(*m_picture->type, m_picture->opened.view.values())))
            if (const Code* code = list != nullptr ? list->find(number) : nullptr) {
                options.push_back({{"code", static_cast<int>(number)},
                                   {"label", m_desk.label(code->label)},
                                   {"iconName", codeData(*code, "icon")},
                                   {"chosen", chosen.asInt() == number}});
            }
    } else if (field != nullptr && field->kind == FieldKind::boolean) {
        for (const bool flag : {true, false})
            options.push_back({{"code", flag ? 1 : 0},
                               {"label", valueText(m_desk, *field, lianxin::Value::fromBool(flag))},
                               {"chosen", chosen.asBool() == flag}});
    } else if (field != nullptr) {
        const bool phone = field->format == TextFormat::phone || field->format == TextFormat::mobile;
        m_newHint = phone ? tr("Write a new number") : tr("Write it as it should be");
    } else if (m_picture) {
        m_newHint = tr("Choose one of them first; the rest can be changed in the form");
    }
    m_optionsNew.setRows(options);
}

void ConflictModel::renderProposal()
{
    m_hasProposal = false;
    m_proposalText.clear();
    m_proposalLine.clear();
    Rows parts;
    if (kind() == Text) {
        const auto& sides = m_picture->sides;
        if (const auto proposal = m_picture->proposal()) {
            m_hasProposal = true;
            m_proposalText = qs(forms::joined(*proposal));
            m_proposalLine = tr("You can change it; the solid line is by %1, the dotted line by %2")
                                 .arg(writerName(m_desk, sides[0].head.user), writerName(m_desk, sides[1].head.user));
            parts = partRows(*proposal);
        } else {
            m_proposalText = qs(sides.front().head.value.asText().value_or(""));
            m_proposalLine = tr("Both wrote in the same place; take the words that fit");
        }
    }
    m_proposalParts.setRows(parts);
}

void ConflictModel::choose(const QString& sideId)
{
    const ConflictSide* side = m_picture ? m_picture->side(sideId) : nullptr;
    if (side == nullptr)
        return;
    // Keeping is a change too: it says that somebody looked and decided.
    settle({{m_picture->look.key, side->head.value}}, side != &m_picture->sides.front());
}

void ConflictModel::askAgain(const QString& sentence)
{
    m_newError = sentence;
    emit changed();
}

QString ConflictModel::hintFor(const lianxin::Value& value) const
{
    FieldValues values = fieldsOf(*m_picture->type, m_picture->opened.view.values());
    values[m_picture->field->number] = value;
    for (const auto& hint :
         validate(*m_picture->type, values, {&m_desk.catalogue(), m_desk.shelf().divisions, m_desk.now()}))
        if (hint.field == m_picture->field->number)
            if (QString sentence = hintSentence(hint); !sentence.isEmpty())
                return sentence;
    return {};
}

void ConflictModel::useNew(const QString& text)
{
    if (!m_picture || text.trimmed().isEmpty())
        return;
    if (m_picture->field == nullptr)
        return askAgain(tr("Choose one of them first; the rest can be changed in the form"));
    const auto value = typedValue(m_desk, *m_picture->field, text);
    if (!value || value->isNull())
        return askAgain(tr("Please look again"));
    // A hint never stands in the way (D8): it asks once, and who says it again means it.
    if (const QString hint = hintFor(*value); !hint.isEmpty() && m_doubted != text) {
        m_doubted = text;
        return askAgain(hint);
    }
    settle({{m_picture->look.key, m_picture->with(*value)}}, true);
}

void ConflictModel::useNewCode(int code)
{
    if (!m_picture || m_picture->field == nullptr || m_optionsNew.find(code) < 0)
        return;
    const bool flag = m_picture->field->kind == FieldKind::boolean;
    const auto value = m_picture->with(flag ? lianxin::Value::fromBool(code == 1) : lianxin::Value::fromInt(code));
    settle({{m_picture->look.key, value}}, value != m_picture->sides.front().head.value);
}

void ConflictModel::keepBoth()
{
    const auto second = m_picture ? m_picture->secondPhone() : std::nullopt;
    if (second)
        settle({{m_picture->look.key, m_picture->sides[0].head.value}, {*second, m_picture->sides[1].head.value}},
               true);
}

void ConflictModel::useProposal(const QString& text)
{
    if (kind() != Text)
        return;
    const auto value = typedValue(m_desk, *m_picture->field, text);
    if (!value || value->isNull())
        return askAgain(tr("A few words first"));
    settle({{m_picture->look.key, *value}}, *value != m_picture->sides.front().head.value);
}

void ConflictModel::putAside()
{
    if (!m_picture)
        return;
    m_aside.insert(m_picture->look.id());
    moveOn();
}

void ConflictModel::call(const QString& sideId)
{
    const ConflictSide* side = m_picture ? m_picture->side(sideId) : nullptr;
    if (side == nullptr || m_picture->field == nullptr || m_picture->field->kind != FieldKind::text)
        return;
    const QString number = qs(m_picture->fieldValue(side->head.value).asText().value_or(""));
    if (!number.isEmpty())
        m_navigator.dialNumber(number, lookOwner(m_book, m_picture->look));
}

void ConflictModel::settle(const std::vector<store::RegisterEdit>& writes, bool canUndo)
{
    if (!maySettle()) // the page offers it to nobody who may not; the province would hold it back
        return;
    const ConflictPicture picture = *m_picture; // as it was shown, whatever the store says by now
    const auto& view = picture.opened.view;
    store::Edit edit;
    edit.auditKind = "settle";
    edit.records.push_back({view.record, view.root, view.type, view.partition, writes, picture.opened.past});
    m_settling = true; // the store tells of this save before it is over
    const auto saved = m_desk.store().save(edit);
    m_settling = false;
    if (!saved)
        return m_navigator.tell(saved.error()); // the page stays with all that is on it
    emit committed(view.record, saved->number);
    moveOn();
    if (!canUndo)
        return m_navigator.say(tr("Done; the others stay in the history"));
    m_navigator.say(tr("Changed; the others stay in the history"),
                    [this, picture, writes, number = saved->number, user = m_desk.work().user] {
                        if (m_desk.isOpen() && m_desk.work().user == user)
                            undo(picture, writes, number);
                    });
}

void ConflictModel::undo(const ConflictPicture& picture, const std::vector<store::RegisterEdit>& writes,
                         std::uint64_t number)
{
    const auto sync = m_desk.store().syncState();
    if (!sync)
        return m_navigator.tell(sync.error());
    const auto& view = picture.opened.view;
    store::RecordEdit back{view.record, view.root, view.type, view.partition, {}, picture.opened.past};
    for (const auto& write : writes) {
        // Replaces what was on the page and the settlement itself, nothing that came in besides.
        auto past = picture.opened.past.of(write.key);
        past.add({sync->replica, number});
        back.past.set(write.key, past);
        const auto* was = view.find(write.key);
        back.writes.push_back({write.key, was != nullptr ? was->value : lianxin::Value::null()});
    }
    store::Edit edit;
    edit.auditKind = "undo";
    edit.records.push_back(std::move(back));
    const auto saved = m_desk.store().save(edit);
    if (!saved)
        return m_navigator.tell(saved.error());
    emit committed(view.record, saved->number);
}

void ConflictModel::moveOn()
{
    readQueue();
    m_picture.reset();
    lookAtNext();
    render();
    if (!m_picture)
        m_navigator.goBack();
}

} // namespace lianxin::ui
