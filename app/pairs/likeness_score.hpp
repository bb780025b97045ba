// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much each thing says for (or against) one family behind two files; a person is asked from kAsk on. The numbers were set on the
// labelled set of tests/unit/pairs and are held there by its precision and recall.
namespace lianxin::pairs::score {

inline constexpr int kSameNumber = 12; // valid, the same 18 digits; numbers of 15 digits are lengthened first
inline constexpr int kNumberButRegion =
    6; // birth and running number agree, the region does not: an office wrote today's code over the old one
inline constexpr int kNumberOneDigit = 6; // one of the two is not valid and a single digit apart
inline constexpr int kOtherNumber = -10;  // two valid numbers of two people: twins, namesakes
inline constexpr int kSameName = 4;
inline constexpr int kNearName = 3; // spelled alike in the ear of this coast
inline constexpr int kRareName = 1; // with the same birthday, and nobody else here has it
inline constexpr int kOtherName = -4;
inline constexpr int kSameBirth = 4;
inline constexpr int kNearBirth = 2;     // a digit, day and month exchanged, the lunar day for the solar one
inline constexpr int kSameBirthYear = 1; // no more is known
inline constexpr int kOtherBirth = -5;
inline constexpr int kOtherSex = -6;
inline constexpr int kSamePhone = 3;
inline constexpr int kSameAddress = 3;
inline constexpr int kSameVillage = 1;
inline constexpr int kOtherTownship = -1;
inline constexpr int kSameCouple = 3; // a second one of the family stands in both

// A key that more files share tells nothing: the shop's telephone, the address of the old people's home.
inline constexpr int kCrowded = 40;
inline constexpr int kCrowdedPhone = 4;

} // namespace lianxin::pairs::score
