// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hands/ink.hpp"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lianxin::hands {
namespace {

constexpr QSize kKept{900, 300};
constexpr std::size_t kMostPoints = 20'000; // of a hand that rests on the pad for minutes
constexpr double kShortest = 0.12;          // of the pad's width, all strokes together
const QColor kInk(0x2a, 0x26, 0x21);

QPointF inside(QPointF at) { return {std::clamp(at.x(), 0.0, 1.0), std::clamp(at.y(), 0.0, 1.0)}; }

} // namespace

void Ink::begin(QPointF at) { m_strokes.push_back({inside(at)}); }

void Ink::go(QPointF at)
{
    if (m_strokes.empty())
        return begin(at);
    std::size_t points = 0;
    for (const auto& stroke : m_strokes)
        points += stroke.size();
    if (points < kMostPoints)
        m_strokes.back().push_back(inside(at));
}

double Ink::length() const
{
    double sum = 0;
    for (const auto& stroke : m_strokes)
        for (std::size_t i = 1; i < stroke.size(); ++i)
            sum += std::hypot(stroke[i].x() - stroke[i - 1].x(), stroke[i].y() - stroke[i - 1].y());
    return sum;
}

QImage Ink::drawn(QSize size) const
{
    QImage image(size.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(3.0, size.height() / 60.0);
    painter.setPen(QPen(kInk, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](QPointF point) { return QPointF(point.x() * size.width(), point.y() * size.height()); };
    for (const auto& stroke : m_strokes) {
        QPainterPath path(at(stroke.front()));
        // Through the middles, so that the corners of a quick hand are round.
        for (std::size_t i = 1; i + 1 < stroke.size(); ++i)
            path.quadTo(at(stroke[i]), at((stroke[i] + stroke[i + 1]) / 2));
        path.lineTo(at(stroke.back()));
        if (stroke.size() == 1)
            painter.drawPoint(at(stroke.front()));
        painter.drawPath(path);
    }
    return image;
}

Result<Ink::Signature> Ink::signature() const
{
    if (length() < kShortest)
        return fail(Errc::invalidInput, "nothing is written yet");
    QImage page(kKept, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter(&page).drawImage(0, 0, drawn(kKept));
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!QImageWriter(&buffer, "png").write(grey))
        return fail(Errc::internal, "the signature cannot be written");
    return Signature{bytes.toStdString(), grey.width(), grey.height()};
}

} // namespace lianxin::hands
