// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheet/workbook.hpp"

#include <QXmlStreamReader>

#include <zip.h>

#include <array>
#include <charconv>
#include <map>
#include <memory>

namespace lianxin::sheet {

namespace {

Error unreadable(const std::string& why) { return fail(Errc::invalidInput, "the workbook cannot be read: " + why); }

// The parts of the archive; counts what was really unpacked, never what the archive says of itself.
class Archive {
public:
    static Result<Archive> open(std::string_view bytes, const ReadLimits& limits)
    {
        zip_error_t error;
        zip_error_init(&error);
        auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        auto* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
        const std::string why = zip_error_strerror(&error);
        zip_error_fini(&error);
        if (zip == nullptr) {
            if (source != nullptr)
                zip_source_free(source);
            return unreadable(why);
        }
        return Archive(zip, limits.unpackedBytes);
    }

    Result<QByteArray> part(const std::string& name)
    {
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(m_zip.get(), name.c_str(), 0),
                                                                     zip_fclose);
        if (!file)
            return unreadable("there is no " + name);
        QByteArray content;
        std::array<char, 65536> buffer{};
        for (;;) {
            const auto got = zip_fread(file.get(), buffer.data(), buffer.size());
            if (got < 0)
                return unreadable(name + " is damaged");
            if (got == 0)
                return content;
            if (static_cast<std::size_t>(got) > m_left)
                return unreadable("unpacked it is larger than a form can be");
            m_left -= static_cast<std::size_t>(got);
            content.append(buffer.data(), static_cast<qsizetype>(got));
        }
    }

    [[nodiscard]] bool has(const std::string& name) const { return zip_name_locate(m_zip.get(), name.c_str(), 0) >= 0; }

private:
    Archive(zip_t* zip, std::size_t most) : m_zip(zip, zip_discard), m_left(most) {}

    std::unique_ptr<zip_t, void (*)(zip_t*)> m_zip;
    std::size_t m_left;
};

std::string attribute(const QXmlStreamReader& xml, const char* name)
{
    for (const auto& attribute : xml.attributes())
        if (attribute.name() == QLatin1String(name))
            return attribute.value().toString().toStdString();
    return {};
}

// Walks a part; `element` sees each start tag. A document type has no place in a workbook and could hold an entity bomb.
template <typename Visit> Result<void> walk(const QByteArray& part, const std::string& name, Visit element)
{
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD)
            return unreadable(name + " has a document type");
        if (token == QXmlStreamReader::StartElement || token == QXmlStreamReader::EndElement ||
            token == QXmlStreamReader::Characters)
            element(xml);
    }
    if (xml.hasError())
        return unreadable(name + " line " + std::to_string(xml.lineNumber()) + ": " + xml.errorString().toStdString());
    return {};
}

// Collects the text of <t> inside <si>, leaving out <rPh> (how a Chinese or Japanese word is read aloud).
Result<std::vector<std::string>> sharedTexts(Archive& archive)
{
    std::vector<std::string> texts;
    if (!archive.has("xl/sharedStrings.xml"))
        return texts;
    LIANXIN_TRY(const auto part, archive.part("xl/sharedStrings.xml"));
    bool inText = false;
    int phonetic = 0;
    LIANXIN_CHECK(walk(part, "sharedStrings.xml", [&](const QXmlStreamReader& xml) {
        if (xml.isCharacters()) {
            if (inText && phonetic == 0 && !texts.empty())
                texts.back() += xml.text().toString().toStdString();
            return;
        }
        if (xml.name() == QLatin1String("si") && xml.isStartElement())
            texts.emplace_back();
        else if (xml.name() == QLatin1String("t"))
            inText = xml.isStartElement();
        else if (xml.name() == QLatin1String("rPh"))
            phonetic += xml.isStartElement() ? 1 : -1;
    }));
    return texts;
}

// "BC12" -> column 54 (from 0) and row 12.
bool splitReference(const std::string& reference, std::size_t& column, unsigned& row)
{
    std::size_t at = 0;
    std::size_t number = 0;
    for (; at < reference.size() && at < 4 && reference[at] >= 'A' && reference[at] <= 'Z'; ++at)
        number = number * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
    const auto* const end = reference.data() + reference.size();
    const auto [rest, error] = std::from_chars(reference.data() + at, end, row);
    if (at == 0 || error != std::errc() || rest != end || row == 0)
        return false;
    column = number - 1;
    return true;
}

// One sheet's cells. Numbers stay as written, but for a useless ".0".
class SheetReader {
public:
    SheetReader(std::string name, const std::vector<std::string>& shared, ImportReport& report,
                const ReadLimits& limits)
        : m_name(name), m_shared(shared), m_builder(std::move(name), report, limits), m_cellBytes(limits.cellBytes)
    {}

    Result<Sheet> read(const QByteArray& part)
    {
        LIANXIN_CHECK(walk(part, "sheet " + m_name, [this](const QXmlStreamReader& xml) { element(xml); }));
        return m_builder.take();
    }

private:
    void element(const QXmlStreamReader& xml)
    {
        if (xml.isCharacters()) {
            if (m_inValue && m_text.size() <= 4 * m_cellBytes)
                m_text += xml.text().toString().toStdString();
            return;
        }
        const auto name = xml.name();
        if (name == QLatin1String("row") && xml.isStartElement()) {
            const auto number = attribute(xml, "r");
            unsigned given = 0;
            const auto [rest, error] = std::from_chars(number.data(), number.data() + number.size(), given);
            m_row = error == std::errc() && given > m_row ? given : m_row + 1;
            m_column = 0;
        } else if (name == QLatin1String("c") && xml.isStartElement()) {
            unsigned row = 0;
            std::size_t column = 0;
            if (splitReference(attribute(xml, "r"), column, row) && column >= m_column)
                m_column = column;
            m_type = attribute(xml, "t");
            m_text.clear();
        } else if (name == QLatin1String("c")) {
            m_builder.put(m_row, m_column, content());
            ++m_column;
        } else if (name == QLatin1String("v") || name == QLatin1String("t")) {
            m_inValue = xml.isStartElement();
        }
    }

    std::string content()
    {
        if (m_type == "s") {
            std::size_t index = 0;
            const auto [rest, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), index);
            return error == std::errc() && index < m_shared.size() ? m_shared[index] : std::string();
        }
        if (m_type == "b")
            return m_text == "1" ? "true" : "false";
        if (m_type == "e")
            return {};
        if ((m_type.empty() || m_type == "n") && m_text.ends_with(".0"))
            m_text.resize(m_text.size() - 2);
        return m_text;
    }

    std::string m_name;
    const std::vector<std::string>& m_shared;
    SheetBuilder m_builder;
    std::size_t m_cellBytes;
    unsigned m_row{0};
    std::size_t m_column{0};
    std::string m_type;
    std::string m_text;
    bool m_inValue{false};
};

// Sheet name (lower case) -> part, in the order of the workbook.
Result<std::vector<std::pair<std::string, std::string>>> sheetParts(Archive& archive)
{
    std::map<std::string, std::string> targets;
    LIANXIN_TRY(const auto relations, archive.part("xl/_rels/workbook.xml.rels"));
    LIANXIN_CHECK(walk(relations, "workbook.xml.rels", [&](const QXmlStreamReader& xml) {
        if (xml.isStartElement() && xml.name() == QLatin1String("Relationship"))
            targets[attribute(xml, "Id")] = attribute(xml, "Target");
    }));
    LIANXIN_TRY(const auto workbook, archive.part("xl/workbook.xml"));
    std::vector<std::pair<std::string, std::string>> parts;
    LIANXIN_CHECK(walk(workbook, "workbook.xml", [&](const QXmlStreamReader& xml) {
        if (!xml.isStartElement() || xml.name() != QLatin1String("sheet"))
            return;
        auto target = targets[attribute(xml, "id")];
        target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
        parts.emplace_back(lowered(trimmed(attribute(xml, "name"))), std::move(target));
    }));
    return parts;
}

} // namespace

Result<Workbook> readXlsx(std::string_view bytes, ImportReport& report, const ReadLimits& limits, Layout layout)
{
    if (bytes.size() > limits.fileBytes)
        return fail(Errc::invalidInput, "the file is larger than " + std::to_string(limits.fileBytes >> 20U) + " MB");
    LIANXIN_TRY(auto archive, Archive::open(bytes, limits));
    LIANXIN_TRY(const auto parts, sheetParts(archive));
    LIANXIN_TRY(const auto shared, sharedTexts(archive));
    Workbook book;
    for (const auto& [name, part] : parts) {
        const bool isWanted =
            layout == Layout::form ? isFormSheet(name) && book.sheet(name) == nullptr : book.sheets.empty();
        if (!isWanted) {
            report.changed(name, 0, "", "this sheet was not read");
            continue;
        }
        LIANXIN_TRY(const auto content, archive.part(part));
        LIANXIN_TRY(auto sheet, SheetReader(name, shared, report, limits).read(content));
        book.sheets.push_back(std::move(sheet));
    }
    if (layout == Layout::table)
        return book.sheets.empty() ? Result<Workbook>(unreadable("it has no sheet"))
                                   : Result<Workbook>(std::move(book));
    if (book.sheet("survey") == nullptr)
        return unreadable("it has no sheet named survey");
    return book;
}

} // namespace lianxin::sheet
