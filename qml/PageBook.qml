// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that the shell shows, in the order of Session.Page.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin
import Lianxin.App

QtObject {
    id: book

    required property Session session
    readonly property list<Component> pages: [today, families, family, form, saved, emergency, sync, conflict, settings, more, received, feedback, about, gallery, scale, record, noting, work, sameFamily, home, attendance, intake, library, handover, team, project, supervision, claimSum, allowance, near]

    readonly property Component today: Component {
        TodayPage {
            session: book.session
        }
    }
    readonly property Component families: Component {
        FamiliesPage {
            session: book.session
        }
    }
    readonly property Component family: Component {
        FamilyPage {
            session: book.session
        }
    }
    readonly property Component form: Component {
        FormPage {
            session: book.session
        }
    }
    readonly property Component saved: Component {
        SavedPage {
            session: book.session
        }
    }
    readonly property Component emergency: Component {
        EmergencyPage {
            session: book.session
        }
    }
    readonly property Component sync: Component {
        SyncPage {
            session: book.session
        }
    }
    readonly property Component conflict: Component {
        ConflictPage {
            session: book.session
        }
    }
    readonly property Component settings: Component {
        SettingsPage {
            session: book.session
        }
    }
    readonly property Component more: Component {
        MorePage {
            session: book.session
        }
    }
    readonly property Component received: Component {
        ReceivedPage {
            session: book.session
        }
    }
    readonly property Component feedback: Component {
        FeedbackPage {
            session: book.session
        }
    }
    readonly property Component about: Component {
        AboutPage {
            session: book.session
        }
    }
    readonly property Component scale: Component {
        ScalePage {
            session: book.session
        }
    }
    readonly property Component record: Component {
        RecordPage {
            session: book.session
        }
    }
    readonly property Component noting: Component {
        NotingPage {
            session: book.session
        }
    }
    readonly property Component work: Component {
        WorkPage {
            session: book.session
        }
    }
    readonly property Component sameFamily: Component {
        SameFamilyPage {
            session: book.session
        }
    }
    readonly property Component intake: Component {
        IntakePage {
            session: book.session
        }
    }
    readonly property Component home: Component {
        HomePage {
            session: book.session
        }
    }
    readonly property Component library: Component {
        LibraryPage {
            session: book.session
        }
    }
    readonly property Component attendance: Component {
        AttendancePage {
            session: book.session
        }
    }
    readonly property Component handover: Component {
        HandoverPage {
            session: book.session
        }
    }
    readonly property Component team: Component {
        TeamPage {
            session: book.session
        }
    }
    readonly property Component project: Component {
        ProjectPage {
            session: book.session
        }
    }
    readonly property Component supervision: Component {
        SupervisionPage {
            session: book.session
        }
    }
    readonly property Component claimSum: Component {
        ClaimSumPage {
            session: book.session
        }
    }
    readonly property Component allowance: Component {
        AllowancePage {
            session: book.session
        }
    }
    readonly property Component near: Component {
        NearPage {
            session: book.session
        }
    }
    readonly property Component gallery: Component {
        Gallery {
        }
    }
}
