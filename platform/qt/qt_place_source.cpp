// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_place_source.hpp"

#include <QGeoPositionInfo>
#include <QGeoPositionInfoSource>

#include <cmath>
#include <utility>

namespace lianxin::platform {
namespace {

constexpr int kPatience = 30'000; // ms: under an open sky a cold receiver needs about so long
constexpr double kSteps = 1e5;    // of a degree (D11)

Place placeOf(const QGeoPositionInfo& info)
{
    Place place;
    place.latitude = static_cast<std::int32_t>(std::lround(info.coordinate().latitude() * kSteps));
    place.longitude = static_cast<std::int32_t>(std::lround(info.coordinate().longitude() * kSteps));
    if (info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy))
        place.within = static_cast<int>(std::ceil(info.attribute(QGeoPositionInfo::HorizontalAccuracy)));
    return place;
}

Error errorOf(QGeoPositionInfoSource::Error error)
{
    switch (error) {
    case QGeoPositionInfoSource::AccessError: return fail(Errc::notAllowed, "the system does not tell the place");
    case QGeoPositionInfoSource::UpdateTimeoutError: return fail(Errc::busy, "no place in time");
    default: return fail(Errc::notFound, "no source of places");
    }
}

} // namespace

QtPlaceSource::QtPlaceSource() = default;

QtPlaceSource::~QtPlaceSource() = default;

void QtPlaceSource::ask(Found found)
{
    forget();
    m_found = std::move(found);
    m_source.reset(QGeoPositionInfoSource::createDefaultSource(nullptr));
    if (m_source == nullptr)
        return answer(fail(Errc::notFound, "no source of places"));
    connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this, [this](const QGeoPositionInfo& info) {
        answer(info.isValid() ? Result<Place>(placeOf(info)) : Result<Place>(fail(Errc::busy, "no place yet")));
    });
    connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, this,
            [this](QGeoPositionInfoSource::Error error) { answer(errorOf(error)); });
    m_source->requestUpdate(kPatience);
}

void QtPlaceSource::forget()
{
    m_found = nullptr;
    if (m_source != nullptr) {
        m_source->disconnect(this);
        m_source.release()->deleteLater(); // its answer may be what called us
    }
}

void QtPlaceSource::answer(const Result<Place>& place)
{
    const auto call = std::exchange(m_found, nullptr);
    forget();
    if (call)
        call(place);
}

} // namespace lianxin::platform
