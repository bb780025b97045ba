// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/intake_model.hpp"

#include "app/viewmodel/sentences.hpp"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lianxin::ui {

namespace {

constexpr qint64 kMostBytes = 32LL * 1024 * 1024;
constexpr qint64 kSlice = 30;     // ms of writing between two frames
constexpr int kMostLooked = 5000; // files of one folder
constexpr int kMostFiles = 12;    // newest first; an older one is copied anew

QString rowsText(int count) { return IntakeModel::tr("%n row(s)", nullptr, count); }

} // namespace

IntakeModel::IntakeModel(Desk& desk, Navigator& navigator, std::string rules, QStringList folders, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_rules(std::move(rules)), m_folders(std::move(folders)),
      m_files({{"path"}, {"name"}, {"line"}}), m_filters({{"which", 0}, {"label"}, {"chosen", false}}),
      m_rows({{"number", 0}, {"heading"}, {"line"}, {"stateText"}, {"tone", QStringLiteral("plain")}})
{
    m_writing.setInterval(0);
    connect(&m_writing, &QTimer::timeout, this, &IntakeModel::writeSome);
    connect(&m_desk, &Desk::closed, this, &IntakeModel::again);
    connect(&m_desk, &Desk::languageChanged, this, &IntakeModel::render);
}

bool IntakeModel::mayTake() const
{
    return m_desk.isOpen() && !m_rules.empty() && m_desk.work().role == lianxin::Role::TO &&
           m_desk.mayWrite(m_desk.type("household"));
}

std::vector<intake::Village> IntakeModel::villages() const
{
    std::vector<intake::Village> villages;
    if (const auto partitions = m_desk.store().partitions())
        for (const auto& one : *partitions)
            if (one.granted && scopeFits(RecordScope::area, one.partition) && one.partition.text().starts_with("v:"))
                villages.push_back({std::string(one.partition.area()), m_desk.placeName(one.partition).toStdString()});
    return villages;
}

Result<intake::HouseholdList> IntakeModel::listIn(const QByteArray& bytes) const
{
    sheet::ImportReport report;
    LIANXIN_TRY(const auto table,
                sheet::readTable({bytes.constData(), static_cast<std::size_t>(bytes.size())}, report));
    LIANXIN_TRY(const auto rules, intake::parseListRules(m_rules, m_desk.catalogue()));
    LIANXIN_TRY(auto known, intake::KnownPeople::of(m_desk.store(), m_desk.catalogue()));
    return intake::readHouseholdList(
        table, rules, {&m_desk.catalogue(), m_desk.shelf().divisions, m_desk.now(), villages()}, std::move(known));
}

void IntakeModel::refresh()
{
    QFileInfoList found;
    for (const auto& folder : m_folders) {
        QDirIterator entries(folder, {QStringLiteral("*.xlsx"), QStringLiteral("*.csv"), QStringLiteral("*.txt")},
                             QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
        for (int looked = 0; entries.hasNext() && looked < kMostLooked; ++looked)
            found << QFileInfo(entries.next());
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const QFileInfo& file) { return file.lastModified(); });
    Rows rows;
    for (const auto& file : found.mid(0, kMostFiles))
        rows.push_back({{"path", file.filePath()},
                        {"name", file.fileName()},
                        {"line", dotted({file.dir().dirName(),
                                         momentText(file.lastModified().toMSecsSinceEpoch(), m_desk.today())})}});
    m_files.setRows(rows);
    emit changed();
}

void IntakeModel::read(const QString& path)
{
    if (!mayTake() || m_step == Write)
        return;
    again();
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly) || source.size() > kMostBytes) {
        m_trouble = source.isOpen() ? tr("This file is very large; a list of families is smaller")
                                    : tr("This file cannot be opened; please choose it once more");
        return render();
    }
    auto list = listIn(source.readAll());
    if (!list) {
        m_trouble = list.error().detail == "no_header"
                        ? tr("No heading for names was found. The first lines need a column of names and one more")
                        : tr("This is no spreadsheet that can be read here. Saved as .xlsx or .csv it can");
        return render();
    }
    m_fileName = QFileInfo(path).fileName();
    m_list = std::move(*list);
    m_step = Look;
    m_shown = Fresh;
    for (const Show which : {Staying, ToLook})
        for (const auto& row : m_list->rows)
            if (belongs(row, which))
                m_shown = which;
    render();
}

void IntakeModel::again()
{
    m_writing.stop();
    m_intake.reset();
    m_list.reset();
    m_step = Choose;
    m_trouble.clear();
    m_fileName.clear();
    render();
}

void IntakeModel::show(int which)
{
    m_shown = static_cast<Show>(which);
    render();
}

void IntakeModel::take()
{
    if (!canTake())
        return;
    m_intake.emplace(m_desk.editorPorts(), *m_list);
    m_step = Write;
    m_writing.start();
    render();
}

// A slice at a time: the page stays alive, and each family is safe when its save returns.
void IntakeModel::writeSome()
{
    QElapsedTimer slice;
    slice.start();
    while (!m_intake->finished() && slice.elapsed() < kSlice) {
        const auto number = m_intake->next();
        if (!number) {
            stop();
            return m_navigator.tell(number.error());
        }
        emit committed({}, *number);
    }
    if (m_intake->finished())
        stop();
    else
        render();
}

void IntakeModel::stop()
{
    if (m_step != Write)
        return;
    m_writing.stop();
    m_step = Done;
    render();
}

void IntakeModel::goFamilies()
{
    again();
    emit familiesWanted();
}

bool IntakeModel::belongs(const intake::ListRow& row, Show which) const
{
    using Fate = intake::ListRow::Fate;
    switch (which) {
    case Staying: return row.fate == Fate::stays;
    case ToLook: return row.fate == Fate::fresh && !row.notes.empty();
    case Fresh: return row.fate == Fate::fresh;
    case Known: return row.fate == Fate::known || row.fate == Fate::twice;
    }
    return false;
}

void IntakeModel::render()
{
    Rows filters;
    m_sum.clear();
    m_strange.clear();
    m_takeLabel.clear();
    m_fresh = 0;
    if (m_list) {
        using Fate = intake::ListRow::Fate;
        m_fresh = m_list->count(Fate::fresh);
        const auto families = static_cast<int>(m_list->freshFamilies());
        if (m_step == Look) {
            m_sum = m_fresh == 0 ? tr("Nobody new stands in it; nothing would be written")
                                 : tr("%1 new, %2", "households, people")
                                       .arg(tr("%n household(s)", nullptr, families),
                                            tr("%n person(s)", nullptr, static_cast<int>(m_fresh)));
            m_takeLabel = tr("Write down %n person(s)", nullptr, static_cast<int>(m_fresh));
        } else if (m_intake) {
            const auto done = static_cast<int>(m_intake->done());
            m_sum = m_step == Write ? tr("%n family(ies) written so far", nullptr, done)
                    : m_intake->finished()
                        ? tr("%n family(ies) written. They are safe on this tablet", nullptr, done)
                        : tr("Stopped after %n family(ies). The same file goes on later", nullptr, done);
        }
        if (!m_list->strangeHeads.empty()) {
            QStringList heads;
            for (const auto& head : m_list->strangeHeads)
                heads << qs(head);
            m_strange = tr("Not read: %1").arg(heads.join(QStringLiteral("、")));
        }
        const std::pair<Show, QString> labels[] = {{Staying, tr("To mend in the file")},
                                                   {ToLook, tr("Taken, but look")},
                                                   {Fresh, tr("New")},
                                                   {Known, tr("Here already")}};
        for (const auto& [which, label] : labels) {
            const auto count = std::ranges::count_if(
                m_list->rows, [&, wanted = which](const auto& row) { return belongs(row, wanted); });
            if (count > 0)
                filters.push_back({{"which", static_cast<int>(which)},
                                   {"label", dotted({label, rowsText(static_cast<int>(count))})},
                                   {"chosen", which == m_shown}});
        }
    }
    m_filters.setRows(filters);
    renderRows();
    emit changed();
}

void IntakeModel::renderRows()
{
    Rows rows;
    if (m_list && (m_step == Look || m_step == Done))
        for (const auto& row : m_list->rows) {
            if (!belongs(row, m_shown))
                continue;
            QStringList lines;
            for (const auto& note : row.notes)
                lines << listNoteSentence(note);
            using Fate = intake::ListRow::Fate;
            const QString state = row.fate == Fate::known      ? tr("has a file")
                                  : row.fate == Fate::twice    ? tr("as row %1").arg(row.sameAs)
                                  : row.fate == Fate::stays    ? tr("not written")
                                  : row.householdKnown.isNil() ? tr("new")
                                                               : tr("new in a known family");
            rows.push_back({{"number", static_cast<int>(row.number)},
                            {"heading", row.name.empty() ? tr("no name") : qs(row.name)},
                            {"line", lines.join(QStringLiteral("；"))},
                            {"stateText", state},
                            {"tone", row.fate == Fate::stays || (!row.notes.empty() && row.fate == Fate::fresh)
                                         ? QStringLiteral("look")
                                         : QStringLiteral("plain")}});
        }
    m_rows.setRows(rows);
}

QString listNoteSentence(const intake::CellNote& note)
{
    const auto& code = note.hint.code;
    QString said = code == "no_name"           ? IntakeModel::tr("the name is missing")
                   : code == "no_village"      ? IntakeModel::tr("the village is missing")
                   : code == "village_unknown" ? IntakeModel::tr("not a village of this township")
                   : code == "village_unclear" ? IntakeModel::tr("fits more than one village")
                   : code == "date_unclear"    ? IntakeModel::tr("the date is unclear; left empty")
                   : code == "word_unknown"    ? IntakeModel::tr("this word is not known; left empty")
                   : code == "number_cut"      ? IntakeModel::tr("the spreadsheet cut the number; left empty")
                   : code == "not_taken"       ? IntakeModel::tr("does not fit; left empty")
                   : code == "not_asked"       ? IntakeModel::tr("belongs to an answer that is missing; left empty")
                                               : hintSentence(note.hint);
    if (note.heading.empty())
        return said;
    return note.text.empty() ? IntakeModel::tr("%1: %2", "column, what about it").arg(qs(note.heading), said)
                             : IntakeModel::tr("%1 “%2”: %3", "column, cell, what about it")
                                   .arg(qs(note.heading), qs(note.text), said);
}

} // namespace lianxin::ui
