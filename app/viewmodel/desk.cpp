// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/desk.hpp"

#include "app/forms/record_fields.hpp"
#include "app/hands/picture.hpp"
#include "sync/model/permissions.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace lianxin::ui {

namespace {
using namespace std::chrono_literals;
constexpr std::size_t kMany = 500;              // records of one reply
constexpr int kPictureBytes = 24 * 1024 * 1024; // of decoded pixels: some eighty thumbnails, or a few pictures
constexpr auto kQuiet = 2s;                     // longer than the next reply of a first sync takes to come
} // namespace

struct Desk::Directory {
    struct Unit {
        QString name;
        QString dutyPhone;
    };
    struct Person {
        QString name;
        QString place;
    };
    std::map<std::string, Unit> units; // by division code
    std::map<RecordId, Person> people;
};

Desk::Desk(const Shelf& shelf, QObject* parent) : QObject(parent), m_shelf(shelf), m_pictures(kPictureBytes)
{
    m_gathering.setSingleShot(true);
    connect(&m_gathering, &QTimer::timeout, this, [this] { emit changed(std::exchange(m_gathered, {})); });
}

void Desk::open(const OpenWork& work)
{
    m_work = work;
    m_directory.reset();
    emit opened();
}

void Desk::close()
{
    if (!isOpen())
        return;
    emit closed();
    m_gathering.stop();
    m_gathered.clear();
    m_work = {};
    m_directory.reset();
    m_pictures.clear();
}

forms::EditorPorts Desk::editorPorts() const
{
    return {&m_shelf.catalogue, m_shelf.divisions, m_work.store,       m_work.sealer, &m_shelf.clock,
            &m_shelf.random,    m_work.user,       m_shelf.parameters, m_work.role};
}

void Desk::setLanguage(const std::string& language)
{
    const std::string wanted = language.starts_with("en") ? "en" : "zh";
    m_language = wanted;
    emit languageChanged();
}

void Desk::noteChanged(const std::vector<RecordId>& records)
{
    if (!isOpen())
        return;
    forgetDirectory(records);
    if (records.size() < kMany)
        return emit changed({records.begin(), records.end()});
    m_gathered.insert(records.begin(), records.end());
    m_gathering.start(kQuiet);
}

// New staff come with records that the cached directory does not know, so a change of anything of its types drops it.
void Desk::forgetDirectory(const std::vector<RecordId>& records)
{
    if (m_directory == nullptr)
        return;
    const auto mayBeOfIt = [this](const RecordId& record) {
        const auto view = m_work.store->view(record);
        return !view || view->partition == PartitionId::directory();
    };
    if (records.size() >= kMany || std::any_of(records.begin(), records.end(), mayBeOfIt))
        m_directory.reset();
}

const RecordType& Desk::type(std::string_view name) const
{
    const RecordType* found = m_shelf.catalogue.type(name);
    if (found == nullptr)
        qFatal("the catalogue has no record type %.*s", static_cast<int>(name.size()), name.data());
    return *found;
}

QString Desk::codeLabel(std::string_view list, std::int64_t code) const
{
    const CodeList* codes = m_shelf.catalogue.codeList(list);
    const Code* found = codes != nullptr ? codes->find(code) : nullptr;
    return found != nullptr ? label(found->label) : QString();
}

QString Desk::codeLabel(const forms::RecordFields& fields, std::string_view field) const
{
    const Field* known = fields.type().field(field);
    const auto code = fields.number(field);
    return known != nullptr && code ? codeLabel(known->codeList, *code) : QString();
}

const Desk::Directory& Desk::directory() const
{
    if (m_directory != nullptr)
        return *m_directory;
    auto fresh = std::make_shared<Directory>();
    std::map<RecordId, QString> unitNames;
    if (isOpen()) {
        const RecordType& unit = type("org_unit");
        if (const auto views = m_work.store->ofType(unit.number))
            for (const auto& view : *views) {
                const forms::RecordFields fields(unit, view);
                fresh->units[fields.text("code")] = {qs(fields.text("name")), qs(fields.text("duty_phone"))};
                unitNames[view.record] = qs(fields.text("name"));
            }
        const RecordType& person = type("app_user");
        if (const auto views = m_work.store->ofType(person.number))
            for (const auto& view : *views) {
                const forms::RecordFields fields(person, view);
                const auto org = fields.ref("org");
                fresh->people[view.record] = {qs(fields.text("name")), org ? unitNames[*org] : QString()};
            }
    }
    m_directory = std::move(fresh);
    return *m_directory;
}

QString Desk::userName(UserId user) const
{
    const auto& people = directory().people;
    const auto found = people.find(recordOf(user));
    return found == people.end() ? QString() : found->second.name;
}

QString Desk::userPlace(UserId user) const
{
    const auto& people = directory().people;
    const auto found = people.find(recordOf(user));
    return found == people.end() ? QString() : found->second.place;
}

QString Desk::placeName(const PartitionId& partition) const
{
    const auto& units = directory().units;
    const auto found = units.find(statisticalCode(partition.area()));
    return found == units.end() ? QString() : found->second.name;
}

QString Desk::placeName(const std::string& divisionCode) const
{
    const auto& units = directory().units;
    if (const auto found = units.find(divisionCode); found != units.end())
        return found->second.name;
    // Six digits and zeros behind them are a county or city of the country's own list.
    const bool isCounty = divisionCode.size() == 12 && divisionCode.find_first_not_of('0', 6) == std::string::npos;
    const Division* division =
        isCounty && m_shelf.divisions != nullptr ? m_shelf.divisions->find(divisionCode.substr(0, 6)) : nullptr;
    return division != nullptr ? qs(division->name) : QString();
}

std::vector<Desk::Place> Desk::placesLike(const QString& typed, std::size_t most) const
{
    std::vector<Place> found;
    const auto offer = [&](const std::string& code, const QString& name) {
        if (found.size() < most && (typed.isEmpty() || name.contains(typed) || code.starts_with(typed.toStdString())))
            found.push_back({code, name});
    };
    for (const auto& [code, unit] : directory().units)
        offer(code, unit.name);
    if (m_shelf.divisions != nullptr && !typed.isEmpty())
        for (const auto& division : m_shelf.divisions->list())
            if (division.status == DivisionStatus::current &&
                !directory().units.contains(statisticalCode(division.code)))
                offer(statisticalCode(division.code), qs(division.name));
    return found;
}

std::vector<Desk::DutyNumber> Desk::dutyNumbers(const PartitionId& partition) const
{
    std::vector<DutyNumber> numbers;
    const auto& units = directory().units;
    // Village, township, county: 12, 9 and 6 digits of the same code.
    for (const std::size_t digits : {std::size_t(12), std::size_t(9), std::size_t(6)}) {
        const auto found = partition.area().size() < digits
                               ? units.end()
                               : units.find(statisticalCode(partition.area().substr(0, digits)));
        if (found != units.end() && !found->second.dutyPhone.isEmpty())
            numbers.push_back({found->second.name, found->second.dutyPhone});
    }
    return numbers;
}

QString Desk::dutyPhone(const PartitionId& partition) const
{
    const auto numbers = dutyNumbers(partition);
    return numbers.empty() ? QString() : numbers.front().number;
}

QVariant Desk::picture(const std::string& digest) const
{
    const QString key = qs(digest);
    if (const auto* known = m_pictures.object(key))
        return QVariant::fromValue(*known);
    const auto id = Hash::parse(digest);
    const auto bytes = id && isOpen() && m_work.blobs != nullptr ? m_work.blobs->bytes(*id, hands::kMostFileBytes)
                                                                 : Result<std::string>(fail(Errc::notFound, "nothing"));
    const QImage image = bytes ? hands::decodePrepared(*bytes) : QImage();
    if (image.isNull())
        return {};
    m_pictures.insert(key, new QImage(image), static_cast<int>(image.sizeInBytes()));
    return QVariant::fromValue(image);
}

bool Desk::opensScales() const
{
    if (!worksWithSealed() || m_shelf.scales == nullptr)
        return false;
    const RecordType& person = type("app_user");
    const auto view = m_work.store->view(recordOf(m_work.user));
    const auto qualification = view ? forms::RecordFields(person, *view).number("qualification") : std::nullopt;
    const auto& counting = m_shelf.scales->openWith;
    return !qualification || std::find(counting.begin(), counting.end(), *qualification) != counting.end();
}

bool Desk::mayRead(const RecordType& type) const
{
    return isOpen() && lianxin::mayRead(m_work.role, type, Relation::author);
}

bool Desk::mayWrite(const RecordType& type) const
{
    return isOpen() && lianxin::mayWrite(m_work.role, type, Relation::author);
}

} // namespace lianxin::ui
