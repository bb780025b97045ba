# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DASSETS=… -DOUTPUT=… -P embed_catalogue.cmake: writes the catalogue's files as one C++ source.
file(GLOB files RELATIVE ${ASSETS} ${ASSETS}/catalogue/*.json ${ASSETS}/codes/*.json)
set(source "// Made by embed_catalogue.cmake; do not edit.\n#include \"sync/server/catalogue_files.hpp\"\n\nnamespace lianxin::server {\n\n")
string(APPEND source "const std::map<std::string, std::string>& catalogueFiles()\n{\n    static const std::map<std::string, std::string> files{\n")
foreach(name IN LISTS files)
  file(READ ${ASSETS}/${name} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)" "\"\\1\"\n" lines "${bytes}")
  string(APPEND source "{\"${name}\",\n${lines}},\n")
endforeach()
string(APPEND source "    };\n    return files;\n}\n\nResult<Catalogue> builtInCatalogue() { return loadCatalogue(catalogueFiles()); }\n\n} // namespace lianxin::server\n")
file(WRITE ${OUTPUT} "${source}")
