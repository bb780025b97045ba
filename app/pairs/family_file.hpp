// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/model/ids.hpp"

#include <string>
#include <vector>

namespace lianxin::pairs {

// Somebody whom the service is for: of a grandchild or a relative who stands in two files nobody concludes that the files are one.
struct Member {
    RecordId id;
    std::string name;
    std::string birth;    // "YYYY-MM-DD", or shorter where no more is known; may be empty
    std::string idNumber; // as written
    int sex{0};           // GB/T 2261.1
    std::string phone;    // as written
};

// What of a family's file tells whether another file is of the same family.
struct FamilyFile {
    RecordId id;
    std::string area; // of the village, 12 digits
    std::string address;
    std::vector<std::string> phones;
    std::vector<Member> members;
};

} // namespace lianxin::pairs
