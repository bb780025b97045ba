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
        m_matter.reset();
        m_doubted.clear();
        m_newError.clear();
        render();
    });
}

ConflictModel::Kind ConflictModel::kind() const
{
    if (m_matter)
        return Matter;
    return !m_picture ? None : m_picture->look.isLife() ? Life : m_picture->isText() ? Text : Value;
}

QString ConflictModel::keepBothText() const
{
    return m_matter ? bothRightText(m_matter->look.matter->question) : tr("Keep both");
}

void ConflictModel::readQueue() { m_queue = openLooks(m_book); }

std::vector<OpenLook> ConflictModel::ahead() const
{
    std::vector<OpenLook> ahead;
    for (const auto& look : m_queue)
        if (!m_aside.contains(look.id()) && !(looked() != nullptr && looked()->isSamePlace(look)))
            ahead.push_back(look);
    return ahead;
}

void ConflictModel::lookAtNext()
{
    m_picture.reset();
    m_matter.reset();
    m_doubted.clear();
    m_newError.clear();
    for (const auto& look : ahead()) {
        if (look.matter) {
            if (auto picture = matterPicture(m_desk, look)) {
                m_matter = std::move(*picture);
                break;
            }
        } else if (auto picture = pictureOf(m_desk, look)) {
            m_picture = std::move(*picture);
            break;
        }
    }
}

void ConflictModel::show(RecordId first)
{
    m_aside.clear();
    m_picture.reset();
    m_matter.reset();
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
    const auto* now = looked();
    const bool stillOpen =
        now != nullptr && std::ranges::any_of(m_queue, [&](const OpenLook& look) { return now->isSamePlace(look); });
    if (!stillOpen)
        lookAtNext();
    render();
}

QString ConflictModel::lineOf(const ConflictPicture& picture) const
{
    const QString subject = lookSubject(m_book, picture.look);
    if (picture.isWrittenBesides())
        return tr("%1: one person put it away while another wrote into it. Keep it, or put it away?")
            .arg(lookOwner(m_book, picture.look));
    if (picture.look.isLife())
        return tr("%1: two people decided differently whether it stays.").arg(lookOwner(m_book, picture.look));
    std::set<UserId> writers;
    for (const auto& side : picture.sides)
        writers.insert(side.head.user);
    if (writers.size() < 2)
        return tr("%1 was written on two tablets. See which is right.").arg(subject);
    if (writers.size() > 2)
        return tr("Several people changed %1. See which is right.").arg(subject);
    return picture.isText() ? tr("Two people added words to %1.").arg(subject)
                            : tr("Two people changed %1. See which is right.").arg(subject);
}

void ConflictModel::renderMatter()
{
    m_heading = matterHeading(*m_matter);
    m_line = matterLine(m_book, *m_matter);
    m_sides.setRows(matterRows(m_desk, *m_matter));
}

void ConflictModel::render()
{
    m_heading = m_picture ? tr("One thing needs a look") : QString();
    const auto waiting = looked() != nullptr ? static_cast<int>(ahead().size()) : 0;
    m_queueText = waiting > 0 ? tr("%n more after this", nullptr, waiting) : QString();
    m_line.clear();
    m_beforeText.clear();
    m_beforeLine.clear();
    if (m_matter)
        renderMatter();
    else
        m_sides.setRows(m_picture ? sideRows(m_desk, *m_picture) : Rows{});
    if (m_picture) {
        m_line = lineOf(*m_picture);
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
    if (looked() == nullptr)
        return;
    m_aside.insert(looked()->id());
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

void ConflictModel::moveOn()
{
    readQueue();
    m_picture.reset();
    m_matter.reset();
    lookAtNext();
    render();
    if (looked() == nullptr)
        m_navigator.goBack();
}

} // namespace lianxin::ui
