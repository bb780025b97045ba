// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/library_files.hpp"
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
    Q_PROPERTY(QString missingText READ missingText NOTIFY changed)
    Q_PROPERTY(QAbstractItemModel* items READ items CONSTANT)
    Q_PROPERTY(QAbstractItemModel* pictures READ pictures CONSTANT)
    Q_PROPERTY(QAbstractItemModel* sounds READ sounds CONSTANT)
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
    [[nodiscard]] bool playing() const { return m_playing && m_sound.isEmpty(); }
    [[nodiscard]] QString playLabel() const;
    [[nodiscard]] RowsModel* shelves() { return &m_shelves; }
    [[nodiscard]] QString missingText() const { return m_missing; } // files that are not on this tablet yet
    [[nodiscard]] RowsModel* items() { return &m_items; }
    [[nodiscard]] RowsModel* pictures() { return &m_pictures; }
    [[nodiscard]] RowsModel* sounds() { return &m_sounds; } // recordings that came with the text

    Q_INVOKABLE void choose(int shelf);
    Q_INVOKABLE void open(const QString& itemId);
    Q_INVOKABLE void togglePlay();
    Q_INVOKABLE void toggleSound(const QString& soundId);
    Q_INVOKABLE void openAttachment(const QString& id) { showAttachment(m_desk, m_navigator, id); }
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
        RecordId record{}; // nil: what the program brings along
    };
    [[nodiscard]] std::vector<Entry> entries() const;
    void records(std::string_view type, std::vector<Entry>& into) const;
    void showFiles(RecordId record);
    [[nodiscard]] bool play(std::vector<std::int16_t> samples);

    Desk& m_desk;
    Navigator& m_navigator;
    platform::Loudspeaker* m_loudspeaker;
    std::vector<LibraryItem> m_own;
    LibraryItem::Kind m_shelf{LibraryItem::Kind::guide};
    QString m_id, m_heading, m_line, m_body;
    std::optional<BreathTone> m_tone;
    bool m_playing{false};
    QString m_sound, m_missing; // which recording plays; empty: none
    RowsModel m_shelves, m_items, m_pictures, m_sounds;
};

} // namespace lianxin::ui
