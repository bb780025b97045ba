// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a parcel list of any length says, for the stub of the form.
pragma ComponentBehavior: Bound
import QtQml

QtObject {
    readonly property var names: ["大米", "食用油", "护膝", "收音机", "棉被", "降压药盒", "春联", "水果"]

    function item(at: int): var {
        const name = names[at % names.length];
        const missing = at === 2 ? "还差：数量" : "";
        const line = at === 2 ? "" : (at % 3 + 1) + "份·" + (at % 5 + 1) * 20 + "元";
        return {
            "itemId": "i" + at,
            "ordinal": String(at + 1),
            "heading": name,
            "line": line,
            "missingText": missing,
            "accessibleText": [name, line, missing].filter(part => part.length > 0).join("，")
        };
    }
    function list(from: int, to: int): var {
        let out = [];
        for (let at = from; at < to; ++at)
            out.push(item(at));
        return out;
    }
    function question(count: int): var {
        return {
            "key": 81,
            "control": "rows",
            "label": "带去的东西",
            "hint": count === 0 ? "还没有，想起来随时添一项" : "",
            "counterText": count === 0 ? "" : "共 " + count + " 项",
            "open": count > 5,
            "items": list(count > 5 ? count - 4 : 0, count),
            "column": 1
        };
    }
}
