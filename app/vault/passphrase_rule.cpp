// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/passphrase_rule.hpp"

#include <QList>
#include <QString>
#include <QStringDecoder>

#include <algorithm>

namespace lianxin::vault {

namespace {

// QString copies on write and never wipes: this one does, for the moments that Unicode needs it.
class WipedText {
public:
    explicit WipedText(QString text) : m_text(std::move(text)) {}
    ~WipedText() { platform::wipeMemory(m_text.data(), static_cast<std::size_t>(m_text.size()) * sizeof(QChar)); }
    WipedText(const WipedText&) = delete;
    WipedText& operator=(const WipedText&) = delete;
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    QString m_text;
};

struct Shape {
    int letters{0};
    int digits{0};
    int others{0};
    int words{0};      // runs of two letters or more between blanks
    int characters{0}; // without blanks
};

Shape shapeOf(const QString& text)
{
    Shape shape;
    int run = 0;
    const auto endWord = [&] {
        shape.words += run >= 2 ? 1 : 0;
        run = 0;
    };
    auto points = text.toUcs4();
    for (const char32_t point : points) {
        if (QChar::isSpace(point)) {
            endWord();
            continue;
        }
        ++shape.characters;
        if (QChar::isLetter(point)) {
            ++shape.letters;
            ++run;
        } else {
            (QChar::isDigit(point) ? shape.digits : shape.others)++;
        }
    }
    endWord();
    platform::wipeMemory(points.data(), static_cast<std::size_t>(points.size()) * sizeof(points[0]));
    return shape;
}

QString decode(const SecretBytes& bytes)
{
    return QString::fromUtf8(bytes.view().data(), static_cast<qsizetype>(bytes.size()));
}

const char* faultName(PassphraseFault fault)
{
    switch (fault) {
    case PassphraseFault::none: return "none";
    case PassphraseFault::empty: return "empty";
    case PassphraseFault::pinNeedsHardware: return "pinNeedsHardware";
    case PassphraseFault::tooSimple: return "tooSimple";
    case PassphraseFault::tooLong: return "tooLong";
    }
    return "unknown";
}

bool plainAscii(const SecretBytes& typed)
{
    return std::ranges::all_of(typed.span(), [](std::uint8_t byte) { return byte > 0x20 && byte < 0x7f; });
}

} // namespace

Result<SecretBytes> normalisePassphrase(const SecretBytes& typed)
{
    if (typed.empty())
        return fail(Errc::invalidInput, faultName(PassphraseFault::empty));
    if (typed.size() > kLongestPassphrase)
        return fail(Errc::invalidInput, faultName(PassphraseFault::tooLong));
    if (plainAscii(typed))
        return typed.clone(); // nothing to do, and no copy outside locked memory
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const WipedText decoded(utf8(QByteArrayView(typed.view().data(), static_cast<qsizetype>(typed.size()))));
    if (utf8.hasError())
        return fail(Errc::invalidInput, "not UTF-8");
    const WipedText composed(decoded.text().normalized(QString::NormalizationForm_KC));
    const WipedText trimmed(composed.text().simplified());
    QByteArray bytes = trimmed.text().toUtf8();
    auto normalised = SecretBytes::copyOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    platform::wipeMemory(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (normalised.empty())
        return fail(Errc::invalidInput, faultName(PassphraseFault::empty));
    return normalised;
}

PassphraseFault judgePassphrase(const SecretBytes& normalised, bool hardwareBacked)
{
    if (normalised.empty())
        return PassphraseFault::empty;
    if (normalised.size() > kLongestPassphrase)
        return PassphraseFault::tooLong;
    const WipedText text(decode(normalised));
    const Shape shape = shapeOf(text.text());
    const bool sixDigits = shape.digits == 6 && shape.characters == 6;
    if (sixDigits)
        return hardwareBacked ? PassphraseFault::none : PassphraseFault::pinNeedsHardware;
    if (shape.words >= 4)
        return PassphraseFault::none;
    const bool mixed = shape.letters > 0 && shape.digits > 0 && shape.letters + shape.digits >= 8;
    return mixed ? PassphraseFault::none : PassphraseFault::tooSimple;
}

Result<SecretBytes> acceptNewPassphrase(const SecretBytes& typed, bool hardwareBacked)
{
    LIANXIN_TRY(auto normalised, normalisePassphrase(typed));
    if (const auto fault = judgePassphrase(normalised, hardwareBacked); fault != PassphraseFault::none)
        return fail(Errc::invalidInput, faultName(fault));
    return normalised;
}

} // namespace lianxin::vault
