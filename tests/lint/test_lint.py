#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Lianxin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A lint that finds nothing proves nothing: each rule must find its planted breach, and leave its counterpart alone."""

import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from check_house import breaches  # noqa: E402
from house.shape import SPDX  # noqa: E402
from house.source import Source  # noqa: E402

HEAD = f"// {SPDX[0]} 2026 X\n// {SPDX[1]}\n"
HPP = HEAD + "#pragma once\n"
QML = HEAD + "pragma ComponentBehavior: Bound\n"
LONG = "void f()\n{\n" + "    g();\n" * 70 + "}\n"
LONG_CTOR = "A::A(int a)\n    : m_a(a)\n{\n" + "    if (x) {\n    }\n" * 35 + "}\n"

# (path, text, the rule that must speak; None: nobody may speak)
CASES = [
    ("sync/core/a.cpp", HEAD + "x\n" * 500, "file_length"),
    ("sync/core/a.cpp", "int x;\n", "spdx"),
    ("sync/core/CMakeLists.txt", "add_library(x)\n", "spdx"),
    ("sync/core/queue_manager.cpp", HEAD, "names"),
    ("sync/core/QueueA.cpp", HEAD, "names"),
    ("qml/pages/today_page.qml", QML, "names"),
    ("sync/core/a.hpp", HPP + "class QueueHelper {\n};\n", "names"),
    ("sync/core/a.hpp", HPP + "class QueueHelper;\n", None),
    ("sync/core/a.hpp", HEAD, "headers"),
    ("sync/core/a.cpp", HEAD + "namespace sync {\n}\n", "headers"),
    ("sync/core/a.cpp", HEAD + LONG, "function_length"),
    ("sync/core/a.cpp", HEAD + "namespace a {\n" + LONG_CTOR + "}\n", "function_length"),
    ("sync/core/a.cpp", HEAD + "const char* k = R\"(\n" + "{\n" * 70 + ")\";\nvoid f() { g(); }\n", None),
    ("sync/core/a.cpp", HEAD + "namespace a {\nstruct S {\n" + "    int x;\n" * 70 + "};\n}\n", None),
    ("tests/unit/a/tst_a.cpp", HEAD + LONG.replace("f()", "T::rows_data()"), None),
    ("sync/core/a.cpp", HEAD + '#include "sync/store/db.hpp"\n', "layer_rule"),
    ("sync/client/a.cpp", HEAD + '#include "platform/disk.hpp"\n', "layer_rule"),
    ("platform/a.cpp", HEAD + '#include "sync/core/ports.hpp"\n', "layer_rule"),
    ("app/forms/a.cpp", HEAD + '#include "app/viewmodel/x.hpp"\n', "layer_rule"),
    ("sync/wire/a.cpp", HEAD + '#include "tests/x.hpp"\n', "layer_rule"),
    ("app/viewmodel/a.cpp", HEAD + '#include "sync/store/db.hpp"\n#include "platform/disk.hpp"\n', None),
    ("sync/core/a.cpp", HEAD + '// #include "sync/store/db.hpp"\n', None),
    ("sync/core/a.cpp", HEAD + '#include "a.hpp"\n', "include_style"),
    ("sync/core/a.cpp", HEAD + '#include "../model/ids.hpp"\n', "include_style"),
    ("sync/core/a.cpp", HEAD + "#include <sodium.h>\n", "pure_rooms"),
    ("sync/core/a.cpp", HEAD + "#include <vector>\n#include <boost/json.hpp>\n", None),
    ("sync/store/a.cpp", HEAD + "#include <QString>\n", "qt_rooms"),
    ("sync/client/a.cpp", HEAD + "#include <QString>\n", None),
    ("qml/pages/A.qml", HEAD, "pragma"),
    ("qml/pages/A.qml", QML + "Item {\n    Text {\n    }\n}\n", "raw_text"),
    ("qml/pages/A.qml", QML + "Item {\n    contentItem: QQC.Label {\n    }\n}\n", "raw_text"),
    ("qml/pages/A.qml", QML + "Item {\n    TextField {\n    }\n    PlainText {\n    }\n}\n", None),
    ("qml/controls/A.qml", QML + "Text {\n}\n", None),
    ("qml/pages/A.qml", QML + "Item {\n    property string t: new Date().toString()\n}\n", "scripts"),
    ("qml/pages/A.qml", QML + 'import "rules.js" as Rules\n', "scripts"),
    ("qml/pages/A.qml", QML + "import QtQuick.LocalStorage\n", "scripts"),
    ("qml/rules.js", HEAD, "script_files"),
    ("qml/pages/A.qml", QML + 'Rectangle {\n    color: "#ff0000"\n}\n', "theme_tokens"),
    ("qml/pages/A.qml", QML + 'Rectangle {\n    color: "white"\n}\n', "theme_tokens"),
    ("qml/pages/A.qml", QML + "Rectangle {\n    color: Qt.rgba(1, 0, 0, 1)\n}\n", "theme_tokens"),
    ("qml/pages/A.qml", QML + "Item {\n    font.pixelSize: 17\n}\n", "theme_tokens"),
    ("qml/pages/A.qml", QML + "Item {\n    AppText {\n        size: 17\n    }\n}\n", "theme_tokens"),
    ("qml/pages/A.qml", QML + "Row {\n    spacing: 17\n}\n", "theme_tokens"),
    ("qml/pages/A.qml", QML + "Item {\n    Layout.topMargin: 21\n}\n", "theme_tokens"),
    ("qml/pages/A.qml", QML + "Rectangle {\n    radius: 7\n}\n", "theme_tokens"),
    ("qml/pages/A.qml", QML + 'Row {\n    spacing: 16\n    Icon {\n        size: 22\n    }\n    Rectangle {\n        radius: 16\n        color: "transparent"\n'
     "        border.color: Theme.edge\n    }\n}\n", None),
    ("app/main.cpp", HEAD + "void f() { context->setContextProperty(x); }\n", "registration"),
    ("app/main.cpp", HEAD + "void f() { qmlRegisterType<X>(); }\n", "registration"),
    ("app/main.cpp", HEAD + 'auto x = "记下";\n', "chinese_in_cpp"),
    ("app/main.cpp", HEAD + "// the button 记下\n", None),
    ("tests/unit/a/tst_a.cpp", HEAD + 'auto x = "记下";\n', None),
    ("qml/pages/A.qml", QML + 'Item {\n    property string t: "记下"\n}\n', "qml_words"),
    ("qml/pages/A.qml", QML + 'Item {\n    property string t: qsTr("同步失败")\n}\n', "qml_words"),
    ("qml/pages/A.qml", QML + 'Item {\n    property string t: qsTr("记下！")\n}\n', "qml_words"),
    ("qml/pages/A.qml", QML + 'Item {\n    property string t: qsTr("Saved!")\n}\n', "qml_words"),
    ("qml/pages/A.qml", QML + 'Item {\n    property string t: a ? qsTr("已记下") : qsTr("省里已收到")\n    visible: !x\n}\n', None),
    ("assets/catalogue/visit.json", '{\n"label": {"zh": "提交失败", "en": "x"}\n}\n', "asset_words"),
    ("assets/catalogue/visit.json", '{"label": {"zh": "走访", "en": "Visit!"}}\n', "asset_words"),
    ("assets/catalogue/visit.json", '{"label": ', "asset_words"),
    ("assets/catalogue/visit.json", '{"label": {"zh": "走访", "en": "Visit"}, "when": "!a"}\n', None),
    ("assets/translations/lianxin_zh.ts", "<source>Saved</source><translation>出现错误</translation>", "translation_words"),
    ("tests/unit/a/tst_a.cpp", HEAD + "void f() { QTest::qWait(50); }\n", "sleeps"),
    ("tests/unit/a/tst_a.cpp", HEAD + "void f() { std::this_thread::sleep_for(1s); }\n", "sleeps"),
    ("tests/unit/a/tst_a.cpp", HEAD + "void f() { QVERIFY(QTest::qWaitFor([] { return true; })); }\n", None),
    ("tests/ui/tst_A.qml", HEAD + "TestCase {\n    function test_a() {\n        wait(50)\n    }\n}\n", "sleeps"),
]
TREES = [
    ([("qml/Theme.qml", QML + "QtObject {\n    readonly property list<real> steps: [0, 5]\n}\n")], "theme_scale"),
    ([("sync/store/a.cpp", HEAD + "#include <sqlcipher/sqlite3.h>\n"), ("app/vault/a.cpp", HEAD + "#include <sqlite3.h>\n")], "one_sqlite"),
    ([("sync/store/a.cpp", HEAD + "#include <sqlcipher/sqlite3.h>\n"), ("tests/a.cpp", HEAD + "#include <sqlite3.h>\n")], None),
]


def main():
    failed = 0
    trees = [([(path, text)], rule) for path, text, rule in CASES] + TREES
    for files, rule in trees:
        spoken = [found[2] for found in breaches([Source(path, text) for path, text in files])]
        right = rule in spoken if rule else not spoken
        if not right:
            failed += 1
            print(f"{files[-1][0]}: expected {rule or 'silence'}, heard {spoken or 'nothing'}\n{files[-1][1][-200:]}")
    print(f"{len(trees)} planted cases, {failed} judged wrongly")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
