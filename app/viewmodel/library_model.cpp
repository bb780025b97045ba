// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/library_model.hpp"

#include <QPointer>

namespace lianxin::ui {

namespace {

constexpr std::int64_t kAudio = 5; // code list material_kind: something to hear
const std::pair<LibraryItem::Kind, const char*> kIcons[] = {
    {LibraryItem::Kind::guide, "book"}, {LibraryItem::Kind::policy, "doc"}, {LibraryItem::Kind::listen, "speaker"}};

QString iconOf(LibraryItem::Kind kind)
{
    for (const auto& [known, icon] : kIcons)
        if (known == kind)
            return QLatin1String(icon);
    return {};
}

} // namespace

LibraryModel::LibraryModel(Desk& desk, Navigator& navigator, const std::string& library,
                           platform::Loudspeaker* loudspeaker, QObject* parent)
    : QObject(parent), m_desk(desk), m_navigator(navigator), m_loudspeaker(loudspeaker),
      m_shelves({{"shelf", 0}, {"label"}, {"iconName"}, {"chosen", false}}),
      m_items({{"itemId"}, {"heading"}, {"line"}, {"iconName"}}), m_pictures(attachmentRoles()), m_sounds(soundRoles())
{
    if (auto own = parseLibrary(library))
        m_own = std::move(*own);
    connect(&m_desk, &Desk::closed, this, [this] {
        leave();
        m_shelf = LibraryItem::Kind::guide;
        m_id.clear();
        refresh();
    });
    connect(&m_desk, &Desk::languageChanged, this, &LibraryModel::refresh);
}

LibraryModel::~LibraryModel()
{
    if (m_playing)
        m_loudspeaker->stop();
}

void LibraryModel::records(std::string_view typeName, std::vector<Entry>& into) const
{
    const RecordType* type = m_desk.isOpen() ? m_desk.catalogue().type(typeName) : nullptr;
    const auto views = type != nullptr && m_desk.mayRead(*type) ? m_desk.store().ofType(type->number)
                                                                : Result<std::vector<store::RecordView>>({});
    if (!views)
        return;
    for (const auto& view : *views) {
        if (view.life != store::Life::active)
            continue;
        const forms::RecordFields fields(*type, view);
        Entry entry;
        entry.id = idText(view.record);
        entry.kind = typeName == "policy_doc"          ? LibraryItem::Kind::policy
                     : fields.number("kind") == kAudio ? LibraryItem::Kind::listen
                                                       : LibraryItem::Kind::guide;
        entry.heading = qs(fields.text("title"));
        entry.line = qs(fields.text("gist"));
        if (entry.line.isEmpty())
            entry.line = dotted({qs(fields.text("doc_no")), qs(fields.text("issuer"))});
        entry.body = qs(fields.text("body"));
        entry.record = view.record;
        into.push_back(std::move(entry));
    }
}

std::vector<LibraryModel::Entry> LibraryModel::entries() const
{
    std::vector<Entry> all;
    records("material", all);
    records("policy_doc", all);
    for (const auto& item : m_own) {
        const auto& text = item.in(m_desk.language());
        QStringList body;
        for (const auto& line : text.body)
            body << qs(line);
        all.push_back({QStringLiteral("own/") + qs(item.id), item.kind, qs(text.title), qs(text.gist),
                       body.join(QStringLiteral("\n\n")), item.tone});
    }
    return all;
}

void LibraryModel::refresh()
{
    const std::pair<LibraryItem::Kind, QString> labels[] = {{LibraryItem::Kind::guide, tr("Manuals")},
                                                            {LibraryItem::Kind::policy, tr("Policies")},
                                                            {LibraryItem::Kind::listen, tr("Listen")}};
    Rows shelves;
    for (const auto& [kind, label] : labels)
        shelves.push_back({{"shelf", static_cast<int>(kind)},
                           {"label", label},
                           {"iconName", iconOf(kind)},
                           {"chosen", kind == m_shelf}});
    m_shelves.setRows(shelves);
    Rows items;
    bool found = false;
    m_heading.clear();
    m_line.clear();
    m_body.clear();
    m_tone.reset();
    RecordId record;
    for (const auto& entry : entries()) {
        if (entry.kind == m_shelf)
            items.push_back({{"itemId", entry.id},
                             {"heading", entry.heading},
                             {"line", entry.line},
                             {"iconName", iconOf(entry.kind)}});
        if (entry.id != m_id)
            continue;
        found = true;
        m_heading = entry.heading;
        m_line = entry.line;
        m_body = entry.body;
        m_tone = entry.tone;
        record = entry.record;
    }
    if (!found)
        m_id.clear();
    m_items.setRows(items);
    showFiles(record);
    if (found && m_body.isEmpty() && m_pictures.count() + m_sounds.count() == 0)
        m_body = tr("Its words are not on this tablet");
    emit changed();
}

void LibraryModel::showFiles(RecordId record)
{
    const auto view = m_desk.isOpen() && !record.isNil() ? m_desk.store().view(record)
                                                         : Result<store::RecordView>(fail(Errc::notFound, "none"));
    const auto files = view ? libraryFiles(m_desk, *view, m_sound) : LibraryFiles{};
    m_pictures.setRows(files.pictures);
    m_sounds.setRows(m_loudspeaker != nullptr ? files.sounds : Rows{});
    m_missing =
        files.missing > 0 ? tr("%n file(s) of it have not come to this tablet yet", nullptr, files.missing) : QString();
}

QString LibraryModel::playLabel() const
{
    if (!canPlay())
        return {};
    return playing() ? tr("Stop here") : tr("Begin, %n minute(s)", nullptr, (m_tone->seconds() + 59) / 60);
}

void LibraryModel::choose(int shelf)
{
    m_shelf = static_cast<LibraryItem::Kind>(shelf);
    refresh();
}

void LibraryModel::open(const QString& itemId)
{
    leave();
    m_id = itemId;
    refresh();
}

bool LibraryModel::stepBack()
{
    if (m_id.isEmpty())
        return false;
    open({});
    return true;
}

void LibraryModel::leave()
{
    if (!m_playing)
        return;
    m_loudspeaker->stop();
    m_playing = false;
    m_sound.clear();
    refresh();
}

bool LibraryModel::play(std::vector<std::int16_t> samples)
{
    const auto ended = [self = QPointer<LibraryModel>(this)] {
        if (self == nullptr)
            return;
        self->m_playing = false;
        self->m_sound.clear();
        self->refresh();
    };
    m_playing = true;
    if (const auto begun = m_loudspeaker->play(std::move(samples), ended); !begun) {
        m_playing = false;
        m_navigator.say(tr("This tablet has no loudspeaker just now; the words can be read"), {});
    }
    return m_playing;
}

void LibraryModel::togglePlay()
{
    if (!canPlay())
        return;
    const bool wasPlaying = playing();
    leave();
    if (!wasPlaying)
        (void)play(samplesOf(*m_tone, platform::kSoundRate));
    emit changed();
}

void LibraryModel::toggleSound(const QString& soundId)
{
    const bool wasPlaying = m_sound == soundId;
    leave();
    if (wasPlaying || m_loudspeaker == nullptr || !m_desk.isOpen())
        return;
    auto samples = soundOf(m_desk, soundId);
    if (!samples)
        return m_navigator.say(tr("This recording cannot be played on this tablet"), {});
    m_sound = soundId;
    if (!play(std::move(*samples)))
        m_sound.clear();
    refresh();
}

} // namespace lianxin::ui
