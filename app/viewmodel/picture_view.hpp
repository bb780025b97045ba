// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace lianxin::ui {

// Shows pixels that are in memory. Image of Qt Quick wants an address and keeps what it loaded; what is encrypted in the store has neither.
class PictureView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariant picture READ picture WRITE setPicture NOTIFY pictureChanged)
    Q_PROPERTY(bool cover READ cover WRITE setCover NOTIFY pictureChanged)      // fill and cut, instead of showing all
    Q_PROPERTY(double corner READ corner WRITE setCorner NOTIFY pictureChanged) // radius
    Q_PROPERTY(bool ready READ isReady NOTIFY pictureChanged)
public:
    explicit PictureView(QQuickItem* parent = nullptr);

    [[nodiscard]] QVariant picture() const { return QVariant::fromValue(m_picture); }
    void setPicture(const QVariant& picture);
    [[nodiscard]] bool cover() const { return m_cover; }
    void setCover(bool cover);
    [[nodiscard]] double corner() const { return m_corner; }
    void setCorner(double corner);
    [[nodiscard]] bool isReady() const { return !m_picture.isNull(); }
    void paint(QPainter* painter) override;

signals:
    void pictureChanged();

private:
    QImage m_picture;
    bool m_cover{false};
    double m_corner{0};
};

} // namespace lianxin::ui
