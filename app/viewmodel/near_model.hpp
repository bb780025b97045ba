// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodel/desk.hpp"
#include "app/viewmodel/navigator.hpp"
#include "sync/client/near_meeting.hpp"

#include <QTimer>
#include <QtQmlIntegration>

namespace lianxin::ui {

// Two tablets on one table, without any network to the province: one shows a code, the other reads or types it, and both carry what the other has
// written. The way is open on a press only, while the page is, and ten minutes at most.
class NearModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by the session")
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QString noteText READ noteText NOTIFY changed) // worth knowing, whatever the step
    Q_PROPERTY(QVariant codePicture READ codePicture NOTIFY changed)
    Q_PROPERTY(bool hasPicture READ hasPicture NOTIFY changed)
    Q_PROPERTY(QString codeText READ codeText NOTIFY changed) // empty: this network has no short codes
    Q_PROPERTY(QString leftText READ leftText NOTIFY changed)
    Q_PROPERTY(QString typed READ typed NOTIFY changed)
    Q_PROPERTY(QString typedTrouble READ typedTrouble NOTIFY changed)
    Q_PROPERTY(bool understood READ isUnderstood NOTIFY changed)
    Q_PROPERTY(bool canScan READ canScan NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(QString givenText READ givenText NOTIFY changed)
    Q_PROPERTY(QString takenText READ takenText NOTIFY changed)
    Q_PROPERTY(QString confirmedText READ confirmedText NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)       // why it stopped
    Q_PROPERTY(QString actionLabel READ actionLabel NOTIFY changed) // empty: nothing to press
public:
    enum Step {
        Choose,  // to wait, or to go
        Waiting, // the code is shown
        Typing,
        Going, // the visitor is under way
        Done,
        Stopped // `sentence` says why
    };
    Q_ENUM(Step)

    // `host`: this tablet's address on the local network; null where there is none.
    NearModel(Desk& desk, Navigator& navigator, std::function<QHostAddress()> host, QObject* parent = nullptr);
    ~NearModel() override;

    // What a meeting needs, asked for at each; empty while locked.
    using Parts = std::function<std::optional<client::NearParts>()>;
    void setParts(Parts parts);
    void setDoorLife(std::chrono::milliseconds life) { m_doorLife = life; }

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QString noteText() const { return m_note; }
    [[nodiscard]] QVariant codePicture() const { return QVariant::fromValue(m_picture); }
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }
    [[nodiscard]] QString codeText() const { return m_code; }
    [[nodiscard]] QString leftText() const;
    [[nodiscard]] QString typed() const { return m_typed; }
    [[nodiscard]] QString typedTrouble() const { return m_typedTrouble; }
    [[nodiscard]] bool isUnderstood() const { return m_place.has_value(); }
    [[nodiscard]] bool canScan() const { return m_desk.shelf().hands != nullptr; }
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString givenText() const;
    [[nodiscard]] QString takenText() const;
    [[nodiscard]] QString confirmedText() const;
    [[nodiscard]] QString sentence() const { return m_fault ? explain(*m_fault).sentence : QString(); }
    [[nodiscard]] QString actionLabel() const;
    [[nodiscard]] std::optional<Fault> fault() const { return m_fault; }

    Q_INVOKABLE void openDoor();
    Q_INVOKABLE void goVisiting(); // with the camera; without one, by typing
    Q_INVOKABLE void typeCode();
    Q_INVOKABLE void read(const QString& typed);
    Q_INVOKABLE void go();
    Q_INVOKABLE void resolve(); // what `actionLabel` says
    Q_INVOKABLE void again();   // from the start

    bool stepBack(); // false: it stands at its first step, or has nothing to go back to
    void leave();    // the page was left: nothing listens any more
    void refresh();

signals:
    void changed();

private:
    void turnTo(Step step);
    void stop(Fault fault);
    void closeLines();
    void visit(const carry::NearPlace& place);
    void scanned(const QString& text);
    void doorMet(const client::NearOutcome& outcome);
    void visitMet(const client::NearOutcome& outcome);
    void done(const client::NearOutcome& outcome);
    [[nodiscard]] bool isOwn(const carry::NearPlace& place) const;

    Desk& m_desk;
    Navigator& m_navigator;
    std::function<QHostAddress()> m_host;
    Parts m_parts;
    std::chrono::milliseconds m_doorLife{client::kDoorLife};
    Step m_step{Choose};
    std::unique_ptr<client::NearDoor> m_door;
    std::unique_ptr<client::NearVisit> m_visit;
    std::optional<carry::NearPlace> m_own;   // what this tablet showed last
    std::optional<carry::NearPlace> m_place; // what was typed or scanned
    QImage m_picture;
    QString m_code, m_typed, m_typedTrouble, m_note;
    client::NearOutcome m_outcome;
    std::optional<Fault> m_fault;
    bool m_visiting{false}; // what `again` leads back to
    QTimer m_tick;
};

} // namespace lianxin::ui
