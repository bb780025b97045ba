// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/handover_model.hpp"

#include "app/viewmodel/duty_reader.hpp"
#include "app/viewmodel/kept.hpp"

#include "sync/model/permissions.hpp"

#include <algorithm>

namespace lianxin::ui {

namespace {

constexpr std::size_t kMostPlaces = 6;
constexpr std::int64_t kNeedDone = 4; // code list need_state: settled or impossible from here
const std::initializer_list<lianxin::Role> kVisitors{lianxin::Role::VW, lianxin::Role::CO, lianxin::Role::TO};

} // namespace

HandoverModel::HandoverModel(FamilyBook& book, Navigator& navigator, QObject* parent)
    : QObject(parent), m_book(book), m_desk(book.desk()), m_navigator(navigator),
      m_places({{"code"}, {"label"}, {"chosen", false}}), m_leaving({{"userId"}, {"label"}, {"chosen", false}}),
      m_families({{"familyId"}, {"heading"}, {"line"}, {"chosen", false}}),
      m_coming({{"userId"}, {"label"}, {"chosen", false}})
{
    connect(&m_desk, &Desk::closed, this, [this] {
        m_from = {};
        m_to = {};
        m_chosen.clear();
        m_note.clear();
        m_carers.clear();
        forgetMove();
        render();
        emit noteChanged();
    });
    connect(&m_desk, &Desk::languageChanged, this, &HandoverModel::render);
}

bool HandoverModel::mayHand() const { return mayHandOver(m_desk); }

void HandoverModel::refresh()
{
    m_carers = mayHand() ? carersNow(m_book) : std::vector<Carer>{};
    render();
}

void HandoverModel::begin(RecordId household)
{
    m_from = m_to = {};
    m_chosen.clear();
    setNote({});
    forgetMove();
    refresh();
    const Carer* carer = nullptr; // who is asked first is most likely the one who goes
    for (const auto& one : m_carers)
        if (one.household == household && (carer == nullptr || (one.isPrimary && !carer->isPrimary)))
            carer = &one;
    if (carer == nullptr)
        return;
    m_from = carer->user;
    m_chosen = {household};
    render();
}

void HandoverModel::setNote(const QString& note)
{
    if (m_note == note)
        return;
    m_note = note;
    emit noteChanged();
}

void HandoverModel::chooseLeaving(const QString& userId)
{
    m_from = userOf(idOf(userId));
    if (m_to == m_from)
        m_to = {};
    m_chosen.clear();
    for (const auto& carer : m_carers)
        if (carer.user == m_from)
            m_chosen.insert(carer.household);
    forgetMove();
    render();
}

void HandoverModel::chooseComing(const QString& userId)
{
    m_to = userOf(idOf(userId));
    render();
}

void HandoverModel::toggle(const QString& familyId)
{
    const RecordId family = idOf(familyId);
    if (m_chosen.erase(family) == 0)
        m_chosen.insert(family);
    forgetMove();
    render();
}

void HandoverModel::render()
{
    std::map<UserId, std::set<RecordId>> held;
    for (const auto& carer : m_carers)
        held[carer.user].insert(carer.household);
    Rows leaving;
    for (const auto& [user, families] : held)
        if (const QString name = m_desk.userName(user); !name.isEmpty())
            leaving.push_back(
                {{"userId", idText(recordOf(user))},
                 {"label", tr("%1, %2", "name, how many families")
                               .arg(name, tr("%n family(ies)", nullptr, static_cast<int>(families.size())))},
                 {"chosen", user == m_from}});
    m_leaving.setRows(leaving);
    Rows families;
    for (const auto& id : m_book.order())
        if (!m_from.isNil() && held[m_from].contains(id))
            if (const auto* summary = m_book.summary(id))
                families.push_back({{"familyId", idText(id)},
                                    {"heading", summary->callName},
                                    {"line", summary->place},
                                    {"chosen", m_chosen.contains(id)}});
    m_families.setRows(families);
    Rows coming;
    if (!m_from.isNil() && m_desk.isOpen()) {
        const RecordType& person = m_desk.type("app_user");
        if (const auto views = m_desk.store().ofType(person.number))
            for (const auto& view : *views) {
                const forms::RecordFields fields(person, view);
                const auto role = roleOfCode(fields.number("role").value_or(0));
                if (userOf(view.record) == m_from || !role || std::ranges::count(kVisitors, *role) == 0)
                    continue;
                coming.push_back({{"userId", idText(view.record)},
                                  {"label", dotted({qs(fields.text("name")), m_desk.userPlace(userOf(view.record))})},
                                  {"chosen", userOf(view.record) == m_to}});
            }
    }
    m_coming.setRows(coming);
    renderOpen();
    emit changed();
}

// What waits there goes along by itself: duties follow the family. Said, so that two people can speak of it before they part.
void HandoverModel::renderOpen()
{
    m_open.clear();
    if (m_chosen.empty() || !m_desk.isOpen())
        return;
    int duties = 0;
    for (const auto& task : dutyToday(m_book).now)
        duties += m_chosen.contains(task.household) ? 1 : 0;
    int needs = 0;
    const RecordType& need = m_desk.type("care_need");
    if (const auto views = m_desk.store().ofType(need.number))
        for (const auto& view : *views)
            needs += view.life == store::Life::active && m_chosen.contains(view.root) &&
                             forms::RecordFields(need, view).number("state").value_or(1) < kNeedDone
                         ? 1
                         : 0;
    int drafts = 0;
    if (const auto kept = m_desk.store().drafts())
        for (const auto& draft : *kept)
            drafts += m_chosen.contains(m_book.familyOf(draft.root)) ? 1 : 0;
    QStringList parts;
    if (duties > 0)
        parts << tr("%n thing(s) due now", nullptr, duties);
    if (needs > 0)
        parts << tr("%n need(s) still open", nullptr, needs);
    if (drafts > 0)
        parts << tr("%n unfinished of yours on this tablet", nullptr, drafts);
    m_open = dotted(parts);
}

// --- a family that moves

QString HandoverModel::movingText() const
{
    const auto* summary = m_chosen.size() == 1 ? m_book.summary(*m_chosen.begin()) : nullptr;
    return summary != nullptr && m_desk.mayWrite(m_desk.type("household")) ? tr("%1 moves").arg(summary->callName)
                                                                           : QString();
}

void HandoverModel::forgetMove()
{
    m_movePlace.clear();
    m_moveAddress.clear();
    m_moveCode.clear();
    m_places.setRows({});
    emit moveChanged();
}

void HandoverModel::setMovePlace(const QString& typed)
{
    if (m_movePlace == typed)
        return;
    m_movePlace = typed;
    m_moveCode.clear();
    renderPlaces();
}

void HandoverModel::setMoveAddress(const QString& address)
{
    if (m_moveAddress == address)
        return;
    m_moveAddress = address;
    emit moveChanged();
}

void HandoverModel::choosePlace(const QString& code)
{
    m_moveCode = code.toStdString();
    m_movePlace = m_desk.placeName(m_moveCode);
    renderPlaces();
}

void HandoverModel::renderPlaces()
{
    Rows rows;
    if (m_desk.isOpen() && !m_movePlace.trimmed().isEmpty())
        for (const auto& place : m_desk.placesLike(m_movePlace.trimmed(), kMostPlaces))
            rows.push_back({{"code", qs(place.code)}, {"label", place.name}, {"chosen", place.code == m_moveCode}});
    m_places.setRows(rows);
    emit moveChanged();
}

// A file lies in a village. Of a place that is larger nobody could say who looks after the family there.
std::optional<PartitionId> HandoverModel::newHome() const
{
    constexpr std::size_t kVillageDigits = 12;
    const auto* summary = m_chosen.size() == 1 ? m_book.summary(*m_chosen.begin()) : nullptr;
    if (summary == nullptr || m_moveCode.size() != kVillageDigits || m_moveCode.ends_with("000") ||
        summary->partition.text().front() != 'v')
        return std::nullopt;
    const auto home = PartitionId::parse("v:" + m_moveCode);
    return home && *home != summary->partition ? std::optional(*home) : std::nullopt;
}

bool HandoverModel::isMine(const PartitionId& partition) const
{
    const auto held = m_desk.store().partitions();
    return held && std::ranges::any_of(*held, [&](const store::PartitionView& one) {
               return one.granted && (one.partition == partition || grantCovers(one.partition, partition));
           });
}

QString HandoverModel::moveLine() const
{
    if (m_moveCode.empty() || !m_desk.isOpen())
        return tr("Choose the village they move to");
    const auto home = newHome();
    if (!home)
        return tr("The file and the contact stay in this village. Choose another village, and the file goes along");
    const QString place = m_desk.placeName(m_moveCode);
    return isMine(*home) ? tr("The whole file goes along to %1, with visits and papers").arg(place)
                         : tr("The whole file goes along to %1 and is looked after there from then on. Once everything "
                              "of yours has been sent, "
                              "it leaves this tablet")
                               .arg(place);
}

QString HandoverModel::moveLabel() const
{
    return newHome() ? tr("Move with the whole file") : tr("Note the new place");
}

void HandoverModel::move()
{
    if (!canMove() || !m_desk.isOpen())
        return;
    const RecordType& type = m_desk.type("household");
    auto editor = forms::RecordEditor::openExisting(m_desk.editorPorts(), *m_chosen.begin());
    if (!editor)
        return m_navigator.tell(editor.error());
    const auto put = [&](std::string_view field, const std::string& text) {
        editor->edit().set(type.field(field)->number, Value::fromText(text));
    };
    put("live_code", m_moveCode);
    put("address", m_moveAddress.trimmed().toStdString());
    put("directions", {}); // the way to the old door leads nowhere now
    const auto home = newHome();
    const QString place = m_desk.placeName(m_moveCode);
    if (home)
        editor->moveTo(*home);
    auto done = editor->commit("moved");
    if (!done)
        return m_navigator.tell(done.error());
    emit committed(done->record, done->change.number);
    forgetMove();
    refresh();
    const QString said =
        home ? tr("The file goes to %1 with the next connection; they find it under what came today").arg(place)
             : tr("The new place is noted; the file stays in its village");
    sayKept(m_desk, m_navigator, said, std::move(*done), [this] { refresh(); });
}

QString HandoverModel::leadText() const
{
    return m_from.isNil()     ? tr("Who hands over")
           : m_to.isNil()     ? tr("Who takes over from %1").arg(m_desk.userName(m_from))
           : m_chosen.empty() ? tr("Which families")
                              : tr("%1 to %2").arg(m_desk.userName(m_from), m_desk.userName(m_to));
}

QString HandoverModel::handLabel() const
{
    return tr("Hand over %n family(ies)", nullptr, static_cast<int>(m_chosen.size()));
}

void HandoverModel::hand()
{
    if (!canHand())
        return;
    const auto handover = std::make_shared<Handover>(m_book, m_from, m_to, m_note.trimmed().toStdString());
    std::optional<Error> trouble;
    const auto chosen = m_chosen; // a save refreshes what is shown
    for (const auto& family : chosen)
        if (const auto done = handover->hand(family); !done) {
            trouble = done.error();
            break;
        }
    for (const auto& done : handover->done())
        emit committed(done.record, done.change.number);
    const auto count = static_cast<int>(handover->done().size());
    m_chosen.clear();
    m_from = {};
    m_to = {};
    setNote({});
    refresh();
    if (trouble)
        return m_navigator.tell(*trouble);
    m_navigator.say(tr("%n family(ies) handed over, from today", nullptr, count), [this, handover] {
        if (const auto undone = handover->takeBack(); !undone)
            m_navigator.tell(undone.error());
        refresh();
    });
}

} // namespace lianxin::ui
