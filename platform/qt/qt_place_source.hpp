// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/place_source.hpp"

#include <QObject>

#include <memory>

class QGeoPositionInfoSource;

namespace lianxin::platform {

// Qt Positioning, one request at a time. The system's source is made at the first question and let go after the answer.
class QtPlaceSource final : public QObject, public PlaceSource {
    Q_OBJECT
public:
    QtPlaceSource();
    ~QtPlaceSource() override;
    void ask(Found found) override;
    void forget() override;

private:
    void answer(const Result<Place>& place);

    std::unique_ptr<QGeoPositionInfoSource> m_source;
    Found m_found;
};

} // namespace lianxin::platform
