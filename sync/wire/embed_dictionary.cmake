# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DINPUT=... -DOUTPUT=... -P embed_dictionary.cmake: writes the bytes of the shared dictionary as one C++ source.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "((0x..,){24})" "\\1\n    " bytes "${bytes}")
file(WRITE ${OUTPUT} "// Made by embed_dictionary.cmake; do not edit.
#include \"sync/wire/dictionary.hpp\"

namespace lianxin::wire {

namespace {
constexpr unsigned char kBytes[] = {
    ${bytes}};
} // namespace

std::string_view sharedDictionary()
{
    return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};
}

} // namespace lianxin::wire
")
