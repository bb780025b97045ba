// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/library_items.hpp"
#include "app/viewmodel/navigator.hpp"
#include "app/viewmodel/rows_model.hpp"
#include "platform/sound.hpp"

#include <QtQmlIntegration>

namespace lianxin::ui {

// Manuals, policies and something to hear, all without a network: what the program brings along, and the materials and documents that the province
// sent as records.
class LibraryModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(QString itemId READ itemId NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString body READ body NOTIFY changed)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed)
    Q_PROPERTY(bool canPlay READ canPlay NOTIFY changed)
    Q_PROPERTY(bool playing READ playing NOTIFY changed)
    Q_PROPERTY(QString playLabel READ playLabel NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* shelves READ shelves CONSTANT)
    Q_PROPERTY(QAbstractItemModel* items READ items CONSTANT)
public:
    // `library`: the text of assets/library/library.json, may be empty. `loudspeaker`: null on a tablet that is silent.
    LibraryModel(Desk& desk, Navigator& navigator, const std::string& library, platform::Loudspeaker* loudspeaker,
                 QObject* parent = nullptr);
    ~LibraryModel() override;

    [[nodiscard]] QString itemId() const { return m_id; } // of the one that is read; empty: none
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QString body() const { return m_body; }
    [[nodiscard]] QString emptyText() const { return m_items.count() == 0 ? tr("Nothing here yet") : QString(); }
    [[nodiscard]] bool canPlay() const { return m_tone.has_value() && m_loudspeaker != nullptr; }
    [[nodiscard]] bool playing() const { return m_playing; }
    [[nodiscard]] QString playLabel() const;
    [[nodiscard]] RowsModel* shelves() { return &m_shelves; }
    [[nodiscard]] RowsModel* items() { return &m_items; }

    Q_INVOKABLE void choose(int shelf);
    Q_INVOKABLE void open(const QString& itemId);
    Q_INVOKABLE void togglePlay();
    bool stepBack(); // from a text to the list; false: there is nothing to step back from
    void refresh();
    void leave(); // another page: what is heard ends

signals:
    void changed();

private:
    struct Entry {
        QString id;
        LibraryItem::Kind kind{LibraryItem::Kind::guide};
        QString heading, line, body;
        std::optional<BreathTone> tone;
    };
    [[nodiscard]] std::vector<Entry> entries() const;
    void records(std::string_view type, std::vector<Entry>& into) const;

    Desk& m_desk;
    Navigator& m_navigator;
    platform::Loudspeaker* m_loudspeaker;
    std::vector<LibraryItem> m_own;
    LibraryItem::Kind m_shelf{LibraryItem::Kind::guide};
    QString m_id, m_heading, m_line, m_body;
    std::optional<BreathTone> m_tone;
    bool m_playing{false};
    RowsModel m_shelves, m_items;
};

} // namespace lianxin::ui
