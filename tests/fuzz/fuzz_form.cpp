// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formimport/form_files.hpp"
#include "app/formimport/form_import.hpp"
#include "tests/fuzz/fuzz_target.hpp"
#include "tests/unit/formimport/workbook_maker.hpp"

using namespace lianxin;

namespace {

const std::vector<std::pair<std::string, test::Rows>> kForm = {
    {"survey",
     {{"type", "name", "label", "relevant", "constraint", "calculation", "default", "choice_filter"},
      {"begin group", "g", "G", "${a} > 1"},
      {"integer", "a", "A", "", ". >= 0 and . <= 10"},
      {"end group"},
      {"select_one l", "b", "B", "${a} * 0.5 < 3 or selected(${c}, 'x')"},
      {"select_multiple l", "c", "C", "", "", "", "x y", "k = ${b}"},
      {"begin repeat", "r", "R"},
      {"date", "d", "D", "${a} = 1", "", "", "today()"},
      {"end repeat"},
      {"calculate", "e", "", "", "", "if(count(${r}) > 1, int((today() - max(${d})) div 365.25), 0)"}}},
    {"choices", {{"list_name", "name", "label", "k"}, {"l", "x", "X", "y"}, {"l", "y", "Y", "x"}}}};

} // namespace

// Whatever comes in: an answer; and what comes out loads, beside the types that a form hangs on.
bool lianxin::fuzz::feed(std::string_view bytes)
{
    formimport::ImportOptions options;
    options.root.clear();
    const auto form = formimport::importForm(bytes, options);
    if (!form)
        return false;
    const auto loads = formimport::loadsTogether({{"catalogue/catalogue.json", "{\"version\":1}"}}, form->files);
    if (!loads)
        std::fprintf(stderr, "%s\n", loads.error().detail.c_str());
    promise(loads.has_value(), "an imported form loads");
    return true;
}

std::vector<std::string> lianxin::fuzz::seeds()
{
    return {test::csvOf(kForm), test::zipped(test::workbookParts(kForm)), "type,name,label\ninteger,a,A\n"};
}
