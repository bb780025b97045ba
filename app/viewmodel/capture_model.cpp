// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/capture_model.hpp"

#include "app/viewmodel/value_text.hpp"

#include <QPointer>

namespace lianxin::ui {
namespace {

constexpr std::size_t kMostAlbum = 36;
constexpr int kAlbumSide = 240;
constexpr int kSigned = 1, kByWord = 3; // code list consent_method

} // namespace

CaptureModel::CaptureModel(Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_album({{"entryId"}, {"picture", {}}}),
      m_answers({{"code", 0}, {"label"}, {"iconName"}, {"chosen", false}}),
      m_consents({{"code", 0}, {"label"}, {"iconName"}, {"chosen", false}})
{
    connect(&desk, &Desk::closed, this, [this] { close(); });
    connect(&desk, &Desk::changed, this, &CaptureModel::lookAgain);
}

CaptureModel::~CaptureModel() { stopAll(); }

void CaptureModel::begin(HandWish wish, HandDone done)
{
    if (m_desk.shelf().hands == nullptr)
        return;
    close();
    m_wish = std::move(wish);
    m_done = std::move(done);
    using What = HandWish::What;
    switch (m_wish.what) {
    case What::picture: return openCamera(Camera);
    case What::code: return openCamera(Scan);
    case What::voice: return turnTo(Voice);
    case What::signature: return turnTo(Sign);
    case What::place: turnTo(Place); return askPlace();
    }
}

void CaptureModel::turnTo(Step step)
{
    m_step = step;
    refreshQuestions();
    emit changed();
    emit soundChanged();
    emit inkChanged();
}

void CaptureModel::stopAll()
{
    if (m_desk.shelf().hands == nullptr)
        return;
    if (m_step == Camera || m_step == Scan)
        hands().camera.stop();
    if (m_recording)
        hands().microphone.stop();
    if (m_playing)
        hands().loudspeaker.stop();
    if (m_waiting)
        hands().place.forget();
    m_recording = m_playing = m_waiting = false;
}

void CaptureModel::close()
{
    stopAll();
    m_done = nullptr;
    m_trouble.clear();
    m_view = m_shown = {};
    m_picture = {};
    m_ink.clear();
    m_album.setRows({});
    m_answer = 0;
    m_way = 0;
    m_consentText.clear();
    m_witnesses.clear();
    m_caption.clear();
    m_signature.reset();
    m_encoder.reset();
    m_memo.clear();
    m_seconds = 0;
    m_place.reset();
    m_placeText.clear();
    m_line.clear();
    m_sharing.clear();
    turnTo(Closed);
    emit viewChanged();
}

// --- the camera

void CaptureModel::openCamera(Step step)
{
    m_hasCamera = hands().camera.isThere();
    turnTo(step);
    if (m_hasCamera) {
        hands().camera.start([this](const QImage& picture) { frame(picture); });
    } else if (step == Camera) {
        openAlbum();
    } else {
        m_trouble = tr("No camera here; typing the number does as well");
    }
    emit changed();
}

void CaptureModel::frame(const QImage& picture)
{
    m_view = picture;
    emit viewChanged();
    if (m_step == Scan)
        scanned(picture);
}

void CaptureModel::shoot()
{
    if (m_step != Camera)
        return;
    hands().camera.take([self = QPointer(this)](const Result<QImage>& picture) {
        if (self == nullptr || self->m_step != Camera)
            return;
        self->prepared(picture ? hands::preparePicture(*picture) : Result<hands::Picture>(picture.error()));
    });
}

void CaptureModel::openAlbum()
{
    if (m_step == Camera)
        hands().camera.stop();
    Rows rows;
    for (const auto& entry : hands().album.newest(kMostAlbum))
        if (const auto file = hands().album.read(entry.id, hands::kMostFileBytes))
            if (const QImage small = hands::lookAt(*file, kAlbumSide); !small.isNull())
                rows.push_back({{"entryId", qs(entry.id)}, {"picture", QVariant::fromValue(small)}});
    m_trouble = rows.empty() ? tr("No pictures on this tablet yet") : QString();
    m_album.setRows(rows);
    turnTo(Album);
}

void CaptureModel::pick(const QString& entryId)
{
    if (m_step != Album)
        return;
    const auto file = hands().album.read(entryId.toStdString(), hands::kMostFileBytes);
    prepared(file ? hands::preparePicture(*file) : Result<hands::Picture>(file.error()));
}

void CaptureModel::prepared(Result<hands::Picture> picture)
{
    if (!picture) {
        m_trouble = picture.error().code == Errc::invalidInput
                        ? tr("This picture cannot be read here; another one will do")
                        : tr("The camera was not ready; once more");
        return emit changed();
    }
    hands().camera.stop();
    m_trouble.clear();
    m_picture = std::move(*picture);
    m_shown = hands::decodePrepared(m_picture.jpeg);
    turnTo(Check);
}

void CaptureModel::again()
{
    const HandWish wish = m_wish;
    HandDone done = std::move(m_done);
    begin(wish, std::move(done));
}

// --- whose face, whose voice, and what they said

hands::AttachmentFacts CaptureModel::facts() const
{
    const bool isVoice = m_wish.what == HandWish::What::voice;
    return {m_wish.kind, isVoice ? 0 : m_answer, isVoice ? m_answer : 0, {}};
}

bool CaptureModel::hangsOnFamily() const
{
    const auto root = m_desk.isOpen() ? m_desk.store().view(m_wish.root) : Result<store::RecordView>{};
    return root && root->type == m_desk.type("household").number;
}

QString CaptureModel::questionText() const
{
    if (m_wish.kind == hands::AttachmentKind::scan)
        return {};
    return m_step == Check                                      ? tr("Who can be seen?")
           : m_step == Voice && !m_memo.empty() && !m_recording ? tr("Whose voice is it?")
                                                                : QString();
}

void CaptureModel::refreshQuestions()
{
    Rows answers, ways;
    m_known = false;
    m_consentText.clear();
    if (!questionText().isEmpty() && m_desk.isOpen()) {
        const char* list = m_step == Voice ? "voices" : "faces";
        if (const auto* codes = m_desk.catalogue().codeList(list))
            for (const auto& code : codes->codes)
                answers.push_back({{"code", static_cast<int>(code.number)},
                                   {"label", m_desk.label(code.label)},
                                   {"chosen", code.number == m_answer}});
        if (const auto scope = hands::scopeOf(facts())) {
            const bool family = hangsOnFamily();
            const auto given =
                family && m_desk.work().blobs != nullptr
                    ? hands::Keeping(m_desk.catalogue(), m_desk.store(), *m_desk.work().blobs).consentsOf(m_wish.root)
                    : std::vector<hands::GivenConsent>{};
            const auto* yes = hands::consentFor(*scope, given);
            m_known = yes != nullptr;
            if (m_known)
                m_consentText = tr("They said yes on %1").arg(dayShort(dayInChina(yes->at)));
            else if (!family)
                m_consentText = tr("Nobody can say yes for everyone here: it stays on this tablet");
            else
                m_consentText = m_way == 0 ? tr("Until they say yes it stays on this tablet") : QString();
            if (family && !m_known)
                for (const auto& [way, label] :
                     {std::pair(0, tr("Not asked yet")), std::pair(kSigned, tr("Yes, and signed")),
                      std::pair(kByWord, tr("Yes, two were present"))})
                    ways.push_back({{"code", way}, {"label", label}, {"chosen", way == m_way}});
        }
    }
    m_answers.setRows(answers);
    m_consents.setRows(ways);
}

void CaptureModel::answer(int code)
{
    m_answer = code;
    turnTo(m_step);
}

void CaptureModel::agree(int way)
{
    m_way = way;
    if (way == kSigned && !m_signature) {
        m_ink.clear();
        return turnTo(Sign);
    }
    turnTo(m_step);
}

bool CaptureModel::asksWitnesses() const { return m_way == kByWord && m_consents.count() > 0; }

void CaptureModel::setWitnesses(const QString& names)
{
    m_witnesses = names;
    emit changed();
}

void CaptureModel::setCaption(const QString& words) { m_caption = words; }

// --- keeping

bool CaptureModel::canKeep() const
{
    switch (m_step) {
    case Check: return !asksWitnesses() || !m_witnesses.trimmed().isEmpty();
    case Voice: return !m_recording && !m_memo.empty() && (!asksWitnesses() || !m_witnesses.trimmed().isEmpty());
    case Sign: return !m_ink.isEmpty();
    case Place: return m_place.has_value();
    default: return false;
    }
}

void CaptureModel::keepMade()
{
    hands::Made made;
    made.kind = m_wish.kind;
    made.caption = m_caption.trimmed().left(60).toStdString();
    const auto told = facts();
    made.faces = told.faces;
    made.voices = told.voices;
    if (m_step == Voice) {
        made.whole = m_memo;
        made.mime = hands::kVoiceMime;
        made.seconds = m_seconds;
    } else {
        made.whole = m_picture.jpeg;
        made.thumbnail = m_picture.thumbnail;
        made.mime = "image/jpeg";
        made.width = m_picture.width;
        made.height = m_picture.height;
    }
    HandResult result;
    if (m_consents.count() > 0 && m_way != 0)
        result.yes =
            hands::NewYes{m_way, m_way == kByWord ? m_witnesses.trimmed().toStdString() : std::string(), m_signature};
    result.made = std::move(made);
    const auto done = std::move(m_done);
    close();
    done(std::move(result));
}

void CaptureModel::keep()
{
    if (!canKeep() || !m_done)
        return;
    if (m_step == Sign)
        return keepSignature();
    if (m_step == Place) {
        HandResult result;
        result.place = m_place;
        const auto done = std::move(m_done);
        close();
        return done(std::move(result));
    }
    keepMade();
}

void CaptureModel::back()
{
    if (m_step == Sign && m_wish.what != HandWish::What::signature) { // asked for on the way: the picture stays
        if (!m_signature)
            m_way = 0;
        return turnTo(m_wish.what == HandWish::What::voice ? Voice : Check);
    }
    if (m_step == Album && m_hasCamera)
        return again();
    if (m_step == Check)
        return again();
    close();
}

} // namespace lianxin::ui
