// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheet/workbook.hpp"

// What a form is read from stands in a room of its own: others read tables too.
namespace lianxin::formimport {

using sheet::ImportReport;
using sheet::lowered;
using sheet::readWorkbook;
using sheet::ReportLine;
using sheet::Sheet;
using sheet::SheetRow;
using sheet::shortened;
using sheet::trimmed;
using sheet::Workbook;

} // namespace lianxin::formimport
