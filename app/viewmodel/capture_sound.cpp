// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Voices, signatures, places and codes; and looking at what was kept.
#include "app/viewmodel/capture_model.hpp"

#include "app/viewmodel/attachment_rows.hpp"
#include "app/viewmodel/value_text.hpp"
#include "sync/model/catalogue_values.hpp"

#include <QPointer>

namespace lianxin::ui {
namespace {

constexpr QSize kPad{1200, 400};
constexpr int kSigned = 1; // code list consent_method

QString clockOf(int seconds)
{
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString CaptureModel::heading() const
{
    switch (m_step) {
    case Camera:
    case Album:
        return m_wish.kind == hands::AttachmentKind::scan ? tr("Photograph the paper") : tr("A picture (not needed)");
    case Check: return tr("Like this?");
    case Voice: return tr("Say a few words (not needed)");
    case Sign: return m_wish.forWhat.isEmpty() ? tr("Please sign here") : tr("Please sign: %1").arg(m_wish.forWhat);
    case Place: return tr("Note this place?");
    case Scan: return tr("Hold the code before the camera");
    case Look:
    case Closed: break;
    }
    return m_caption;
}

QString CaptureModel::sayText() const
{
    if (m_wish.kind == hands::AttachmentKind::scan)
        return {};
    if (m_step == Camera)
        return tr("Ask first: \"May I take a picture? It is fine without.\"");
    if (m_step == Voice && m_memo.empty())
        return tr("Ask first: \"May I record a few words? It is fine without.\"");
    return {};
}

QString CaptureModel::keepLabel() const
{
    return m_step == Sign ? tr("Signed") : m_step == Place ? tr("Note it") : tr("Put it in");
}

// --- a memo

QString CaptureModel::timeText() const
{
    const int now = m_recording && m_encoder != nullptr ? m_encoder->seconds() : m_seconds;
    return m_recording ? tr("%1 of at most %2").arg(clockOf(now), clockOf(hands::kLongestMemo)) : clockOf(now);
}

void CaptureModel::toggleRecording()
{
    if (m_step != Voice)
        return;
    if (m_recording)
        return finishMemo();
    if (m_playing)
        togglePlaying();
    m_memo.clear();
    m_seconds = 0;
    m_encoder = std::make_unique<hands::VoiceEncoder>();
    const auto started = hands().microphone.start([this](std::span<const std::int16_t> samples) {
        if (!m_recording || m_encoder == nullptr)
            return;
        m_encoder->add(samples);
        emit soundChanged();
        if (m_encoder->isFull())
            finishMemo();
    });
    m_recording = started.has_value();
    m_trouble = started ? QString() : tr("No microphone here; a written line does as well");
    turnTo(Voice);
}

void CaptureModel::finishMemo()
{
    hands().microphone.stop();
    m_recording = false;
    m_seconds = m_encoder->seconds();
    auto memo = m_encoder->finish();
    m_encoder.reset();
    if (memo)
        m_memo = std::move(*memo);
    m_trouble = memo ? QString() : tr("That was very short; hold on a little");
    turnTo(Voice);
}

void CaptureModel::togglePlaying()
{
    if (m_playing) {
        hands().loudspeaker.stop();
        m_playing = false;
        return emit changed();
    }
    auto samples = hands::decodeVoice(m_memo);
    const auto started = samples ? hands().loudspeaker.play(std::move(*samples),
                                                            [self = QPointer(this)] {
                                                                if (self == nullptr)
                                                                    return;
                                                                self->m_playing = false;
                                                                emit self->changed();
                                                            })
                                 : Result<void>(samples.error());
    m_playing = started.has_value();
    m_trouble = started ? QString() : tr("This cannot be played here; it is kept as it is");
    emit changed();
}

// --- a signature

QVariant CaptureModel::ink() const { return QVariant::fromValue(m_step == Sign ? m_ink.drawn(kPad) : QImage()); }

void CaptureModel::press(double x, double y)
{
    m_ink.begin({x, y});
    m_trouble.clear();
    emit inkChanged();
    emit changed();
}

void CaptureModel::draw(double x, double y)
{
    m_ink.go({x, y});
    emit inkChanged();
}

void CaptureModel::wipe()
{
    m_ink.clear();
    emit inkChanged();
    emit changed();
}

void CaptureModel::keepSignature()
{
    const auto drawn = m_ink.signature();
    if (!drawn) {
        m_trouble = tr("A little larger, please");
        return emit changed();
    }
    hands::Made made;
    made.kind = hands::AttachmentKind::signature;
    made.whole = made.thumbnail = drawn->png;
    made.thumbnail.clear(); // it is small itself
    made.mime = "image/png";
    made.width = drawn->width;
    made.height = drawn->height;
    if (m_wish.what != HandWish::What::signature) {
        m_signature = std::move(made);
        m_way = kSigned;
        return turnTo(m_wish.what == HandWish::What::voice ? Voice : Check);
    }
    HandResult result;
    result.made = std::move(made);
    const auto done = std::move(m_done);
    close();
    done(std::move(result));
}

// --- a place

void CaptureModel::askPlace()
{
    m_place.reset();
    m_placeText.clear();
    m_trouble.clear();
    m_waiting = true;
    emit changed();
    hands().place.ask([self = QPointer(this)](const Result<platform::Place>& found) {
        if (self == nullptr || self->m_step != Place)
            return;
        self->m_waiting = false;
        if (found) {
            self->m_place = *found;
            self->m_placeText = placeLine(*found);
        } else {
            self->m_trouble = found.error().code == Errc::busy
                                  ? tr("Not found yet; under the open sky it is easier")
                                  : tr("This tablet does not know where it is; describe the way in words");
        }
        emit self->changed();
    });
}

// --- a code

void CaptureModel::scanned(const QImage& picture)
{
    const auto text = hands().codes.read(picture);
    if (!text)
        return;
    auto code = hands::readCodeText(*text);
    if (code.kind == hands::CodeText::Kind::other) {
        m_trouble = tr("This code is for something else");
        return emit changed();
    }
    HandResult result;
    result.code = std::move(code);
    const auto done = std::move(m_done);
    close();
    done(std::move(result));
}

// --- what was kept

// What was on its way when it was touched has come.
void CaptureModel::lookAgain(const std::set<RecordId>& records)
{
    if (m_step != Look || m_trouble.isEmpty() || !records.contains(m_lookedAt))
        return;
    const RecordType& type = m_desk.type("attachment");
    if (const auto view = m_desk.store().view(m_lookedAt); view && view->type == type.number)
        look(m_lookedAt, fieldsOf(type, view->values()), false);
}

void CaptureModel::look(RecordId attachment, const FieldValues& values, bool isNew)
{
    if (!m_desk.isOpen() || m_desk.shelf().hands == nullptr)
        return;
    close();
    const RecordType& type = m_desk.type("attachment");
    const forms::RecordFields fields(type, values);
    const QString digest = qs(fields.text("hash"));
    const auto told = hands::factsOf(type, values);
    m_caption = qs(fields.text("caption"));
    if (m_caption.isEmpty())
        m_caption = m_desk.codeLabel("attachment_kind", fields.number("kind").value_or(0));
    const Millis at = fields.number("taken_at").value_or(createdAt(attachment));
    const auto by = fields.ref("by");
    m_line = dotted({momentText(at, m_desk.today()), by ? m_desk.userName(userOf(*by)) : QString()});
    if (told.kind == hands::AttachmentKind::voice) {
        const auto id = Hash::parse(digest.toStdString());
        auto bytes = id && m_desk.work().blobs != nullptr ? m_desk.work().blobs->bytes(*id, hands::kMostFileBytes)
                                                          : Result<std::string>(fail(Errc::notFound, "no bytes"));
        m_memo = bytes ? std::move(*bytes) : std::string();
        m_seconds = static_cast<int>(fields.number("seconds").value_or(0));
    } else {
        m_shown = m_desk.picture(digest.toStdString()).value<QImage>();
        if (m_shown.isNull())
            m_shown = m_desk.picture(fields.text("thumbnail")).value<QImage>();
    }
    m_lookedAt = attachment;
    m_trouble = isNew ? QString() : awayText(m_desk, attachment, digest.toStdString(), true);
    if (m_trouble.isEmpty() && m_memo.empty() && m_shown.isNull())
        m_trouble = tr("It is not on this tablet yet");
    const auto view = isNew ? Result<store::RecordView>(fail(Errc::notFound, "new")) : m_desk.store().view(attachment);
    if (view && m_desk.work().blobs != nullptr)
        m_sharing =
            hands::Keeping(m_desk.catalogue(), m_desk.store(), *m_desk.work().blobs).asks(*view, hands::Use::province)
                ? tr("Stays on this tablet until the family says yes")
                : QString();
    m_step = Look;
    emit changed();
    emit soundChanged();
}

} // namespace lianxin::ui
