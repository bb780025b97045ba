// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lianxin::story {

// Made up, as is the village.
inline const QString kWorker = QStringLiteral("吴美华");
inline const QString kOfficer = QStringLiteral("郑志强");
inline const QString kCounsellor = QStringLiteral("张丽珠");
inline const QString kSupervisor = QStringLiteral("王谷雨");
inline constexpr const char* kVillage = "v:350128900200";
inline constexpr const char* kTownship = "t:350128900";

// What both change at the same family.
inline const QString kWorkersPhone = QStringLiteral("19900000012");
inline const QString kOfficersPhone = QStringLiteral("19900000021");
inline const QString kTaboo = QStringLiteral("说话轻一点");
inline const QString kDirections = QStringLiteral("过了桥右手第三家");

// What each writes for few eyes.
inline const QString kVisitNote = QStringLiteral("坐了一会儿，话不多，说夜里睡不着");
inline const QString kSealed = QStringLiteral("她说起那年秋天，哭了很久");

} // namespace lianxin::story
