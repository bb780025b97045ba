// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodel/picture_view.hpp"

#include <QPainter>
#include <QPainterPath>

namespace lianxin::ui {

PictureView::PictureView(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setOpaquePainting(false);
}

void PictureView::setPicture(const QVariant& picture)
{
    m_picture = picture.value<QImage>();
    update();
    emit pictureChanged();
}

void PictureView::setCover(bool cover)
{
    m_cover = cover;
    update();
    emit pictureChanged();
}

void PictureView::setCorner(double corner)
{
    m_corner = corner;
    update();
    emit pictureChanged();
}

void PictureView::paint(QPainter* painter)
{
    if (m_picture.isNull() || width() <= 0 || height() <= 0)
        return;
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setRenderHint(QPainter::Antialiasing);
    const QSizeF room(width(), height());
    const QSizeF size =
        QSizeF(m_picture.size()).scaled(room, m_cover ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio);
    const QRectF at((room.width() - size.width()) / 2, (room.height() - size.height()) / 2, size.width(),
                    size.height());
    QPainterPath shape;
    shape.addRoundedRect(at.intersected(QRectF(QPointF(), room)), m_corner, m_corner);
    painter->setClipPath(shape);
    painter->drawImage(at, m_picture);
}

} // namespace lianxin::ui
