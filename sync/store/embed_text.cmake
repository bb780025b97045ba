# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DASSETS=… -DOUTPUT=… -P embed_text.cmake: writes the tables of assets/text as one C++ source.
set(source "// Made by embed_text.cmake; do not edit.\n#include \"sync/store/text_tables.hpp\"\n\nnamespace lianxin::store {\n\n")
foreach(pair unihan_variants:unihanVariants own_variants:ownVariants readings:readingTable)
  string(REPLACE ":" ";" parts ${pair})
  list(GET parts 0 file)
  list(GET parts 1 function)
  file(READ ${ASSETS}/${file}.tsv text)
  string(APPEND source "std::string_view ${function}()\n{\n    return R\"tsv(${text})tsv\";\n}\n\n")
endforeach()
string(APPEND source "} // namespace lianxin::store\n")
file(WRITE ${OUTPUT} "${source}")
