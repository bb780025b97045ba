// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin-form: brings an XLSForm into the catalogue as a draft that the province reviews, numbers, signs and publishes (D10).
#include "app/formimport/form_files.hpp"
#include "app/formimport/form_import.hpp"
#include "app/formimport/form_numbers.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

using namespace lianxin;
using namespace lianxin::formimport;

namespace {

struct Arguments {
    std::string form;
    std::string out{"form-draft"};
    std::string assets{":/lianxin/assets"};
    std::string lock;
    std::string earlier;
    std::string root{"household"};
    ImportOptions options;
};

int complain(const Error& error)
{
    std::cerr << "lianxin-form: " << error.detail << '\n';
    return 1;
}

Result<ImportedForm> importFrom(const Arguments& arguments)
{
    LIANXIN_TRY(const auto bytes, readWhole(arguments.form));
    LIANXIN_TRY(const auto base, readCatalogueFiles(arguments.assets));
    auto options = arguments.options;
    LIANXIN_TRY(options.firstType, nextTypeNumber(base));
    options.root = arguments.root == "none" ? std::string() : arguments.root;
    LIANXIN_TRY(auto form, importForm(bytes, options));
    LIANXIN_CHECK(loadsTogether(base, form.files));
    return form;
}

Result<void> write(const std::string& folder, const CatalogueFiles& files)
{
    for (const auto& [name, text] : files)
        LIANXIN_CHECK(writeWhole(std::string(folder).append("/").append(name), text));
    return {};
}

// 0: everything was taken; 2: it loads, and the report says what was left out; 1: nothing could be made of it.
int run(const Arguments& arguments, bool keep)
{
    const auto form = importFrom(arguments);
    if (!form)
        return complain(form.error());
    if (keep) {
        if (const auto written = write(arguments.out, form->files); !written)
            return complain(written.error());
        if (const auto written = writeWhole(arguments.out + "/report.txt", form->report.text()); !written)
            return complain(written.error());
    }
    std::cout << form->report.text() << form->questions << " questions in " << form->files.size() << " files"
              << (keep ? ", draft in " + arguments.out : "") << '\n';
    return form->report.complete() ? 0 : 2;
}

int number(const Arguments& arguments)
{
    const auto outcome = [&]() -> Result<void> {
        LIANXIN_TRY(const auto draft, readCatalogueFiles(arguments.out));
        LIANXIN_TRY(const auto base, readCatalogueFiles(arguments.assets));
        LIANXIN_TRY(const auto lock, readWhole(arguments.lock));
        CatalogueFiles earlier;
        if (!arguments.earlier.empty()) {
            LIANXIN_TRY(earlier, readCatalogueFiles(arguments.earlier));
        }
        LIANXIN_TRY(const auto numbered, allotNumbers(base, draft, lock, earlier));
        LIANXIN_CHECK(write(arguments.out, numbered.files));
        LIANXIN_CHECK(writeWhole(arguments.lock, numbered.lock));
        std::cout << numbered.added << " lines added to " << arguments.lock << '\n';
        if (numbered.retired > 0)
            std::cout << numbered.retired
                      << " questions and answers are asked no more; what was written keeps its words\n";
        return {};
    }();
    return outcome ? 0 : complain(outcome.error());
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App cli{"Takes an XLSForm (.xlsx, .csv) into the catalogue"};
    cli.require_subcommand(1);
    Arguments arguments;
    cli.add_option("--assets", arguments.assets,
                   "folder with catalogue/ and codes/; default: those inside the program");
    auto* importing =
        cli.add_subcommand("import", "write a draft and a report of what could not be taken")->fallthrough();
    auto* checking = cli.add_subcommand("check", "the report only; writes nothing")->fallthrough();
    for (auto* command : {importing, checking}) {
        command->add_option("form", arguments.form, "the form")->required();
        command->add_option("--root", arguments.root, "type of the records it hangs on, or none")
            ->capture_default_str();
        command->add_option("--level", arguments.options.level, "sensitivity of its fields, 0 to 3")
            ->check(CLI::Range(0, 3))
            ->capture_default_str();
        command->add_option("--readers", arguments.options.readers, "roles")->capture_default_str();
        command->add_option("--writers", arguments.options.writers, "roles")->capture_default_str();
    }
    importing->add_option("--out", arguments.out, "folder of the draft")->capture_default_str();
    auto* numbering =
        cli.add_subcommand("number", "allot permanent numbers to a reviewed draft and write them into the lock")
            ->fallthrough();
    numbering->add_option("draft", arguments.out, "folder of the draft")->required();
    numbering->add_option(
        "--earlier", arguments.earlier,
        "folder of the same form as it was numbered before: questions that are asked no more keep its labels");
    numbering->add_option("--lock", arguments.lock, "numbers.lock of the province")->required();
    CLI11_PARSE(cli, argc, argv);
    return numbering->parsed() ? number(arguments) : run(arguments, importing->parsed());
}
