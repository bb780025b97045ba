// SPDX-FileCopyrightText: 2026 The Lianxin authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person goes: the stack of pages behind every button that leads somewhere.
#include "app/viewmodel/session.hpp"

#include "app/viewmodel/new_results.hpp"

#include <algorithm>

namespace lianxin::ui {

Session::Page Session::section() const
{
    switch (m_pages.front()) {
    case Families:
    case Family: return Families;
    case Received: return Received;
    case Home: return Home;
    case Today:
        return page() == Today ? Today
                               : (page() == Family || page() == Form || page() == Saved || page() == Scale ||
                                          page() == Noting || page() == ClaimSum || page() == Allowance
                                      ? Families
                                      : Today);
    default: return More;
    }
}

void Session::show(int wanted)
{
    if (m_state != Open || wanted < Today || wanted > Near)
        return;
    leaveForm();
    m_scale.close();
    m_pages = {static_cast<Page>(wanted)};
    if (wanted == Conflict)
        m_conflict.show({});
    settle();
}

void Session::back()
{
    if (!m_dialNumber.isEmpty())
        return closeDial();
    if (m_stepUp.active())
        return m_stepUp.cancel();
    if (m_crisisOpen)
        return closeCrisis();
    if (m_capture.step() != CaptureModel::Closed)
        return m_capture.back();
    if (m_together.isOpen())
        return leaveTogether();
    if (m_register.isOpen())
        return m_register.back();
    if (m_state != Open)
        return;
    if (page() == Form && m_form.isOpen())
        return m_form.putAside();
    if (page() == Scale && m_scale.step() != ScaleModel::Closed)
        return m_scale.back();
    goBack();
}

void Session::goBack()
{
    if (page() == Form)
        leaveForm();
    else if (page() == Scale)
        m_scale.close();
    else if ((page() == Record && m_record.stepBack()) || (page() == Library && m_library.stepBack()) ||
             (page() == Near && m_near.stepBack()))
        return; // the page had a step of its own to go back
    if (m_pages.size() > 1)
        m_pages.pop_back();
    settle();
}

// A form that is left keeps its words as a draft; what was unlocked for it is closed with it.
void Session::leaveForm()
{
    if (page() != Form)
        return;
    const bool wasSealed = m_form.isSealed();
    if (m_form.isOpen())
        m_form.close();
    if (wasSealed)
        dropStepUp();
}

void Session::push(Page next)
{
    if (page() == Form && !m_form.isOpen() && next != Form)
        m_pages.pop_back(); // the form was kept: what follows stands in its place
    if (m_pages.empty() || m_pages.back() != next)
        m_pages.push_back(next);
    settle();
}

void Session::showConfidence()
{
    if (page() == Near) // two people at a table, and nothing of anybody on the screen
        return m_autoLock.pageShown(vault::AutoLock::Page::waiting);
    const bool counselling = (page() == Form && m_form.isSealed()) || (page() == Scale && m_scale.isConfidential());
    m_autoLock.pageShown(counselling ? vault::AutoLock::Page::counselling : vault::AutoLock::Page::ordinary);
}

void Session::settle()
{
    showConfidence();
    if (page() != Library)
        m_library.leave();
    if (page() != Near)
        m_near.leave();
    switch (page()) {
    case Today: m_today.refreshNow(); break;
    case Received: m_received.refresh(); break;
    case Sync: m_sync.refresh(); break;
    case Scale: m_scale.refresh(); break;
    case Record: m_record.refresh(); break;
    case Noting: m_noting.refresh(); break;
    case Work: m_work.refresh(); break;
    case SameFamily: m_sameFamily.refresh(); break;
    case Home: m_home.refresh(); break;
    case Attendance: m_attendance.refresh(); break;
    case Intake: m_intake.refresh(); break;
    case Library: m_library.refresh(); break;
    case Handover: m_handover.refresh(); break;
    case Team: m_team.refresh(); break;
    case Project: m_project.refresh(); break;
    case Supervision: m_supervision.refresh(); break;
    case Allowance: m_allowance.refresh(); break;
    case Near: m_near.refresh(); break;
    default: break;
    }
    emit pageChanged();
}

void Session::goFamily(RecordId household)
{
    if (m_state != Open || household.isNil())
        return;
    m_family.show(household);
    push(Family);
}

// Counsellors and supervisors read what is sealed, so their hands unlock it first. Whoever only answers the safety questions at a door
// writes for others' eyes and is not stopped by a second code.
bool Session::readsSealed(const RecordType& type) const
{
    return type.envelope.has_value() && m_desk.worksWithSealed();
}

void Session::formOpened(const Result<void>& outcome)
{
    if (!outcome)
        return tell(outcome.error());
    if (const RecordId household = m_form.household(); !household.isNil() && m_family.shown() != household)
        m_family.show(household);
    push(Form);
}

void Session::goForm(forms::NewRecord wanted)
{
    if (m_state != Open)
        return;
    const RecordType* type = m_desk.catalogue().type(wanted.type);
    const auto begin = [this, wanted] { formOpened(m_form.begin(wanted)); };
    if (type != nullptr && readsSealed(*type))
        withStepUp(begin);
    else
        begin();
}

void Session::goEdit(RecordId record)
{
    if (m_state != Open)
        return;
    const auto view = m_desk.store().view(record);
    const RecordType* type = view ? m_desk.catalogue().type(view->type) : nullptr;
    const bool isScale = type != nullptr && type->name == "scale_result";
    const auto begin = [this, record, isScale] {
        if (!isScale)
            return formOpened(m_form.beginEdit(record));
        const auto shown = m_scale.showResult(record);
        if (shown)
            resultOpened(m_desk, record);
        scaleOpened(shown);
    };
    if (type != nullptr && type->envelope.has_value())
        withStepUp(begin);
    else
        begin();
}

void Session::goDraft(const store::Draft& draft)
{
    if (m_state != Open)
        return;
    const RecordType* type = m_desk.catalogue().type(draft.type);
    const bool isScale = type != nullptr && type->name == "scale_result";
    const auto resume = [this, draft, isScale] {
        isScale ? scaleOpened(m_scale.resume(draft)) : formOpened(m_form.resume(draft));
    };
    if (type != nullptr && type->envelope.has_value())
        withStepUp(resume);
    else
        resume();
}

void Session::scaleOpened(const Result<void>& outcome)
{
    if (!outcome)
        return tell(outcome.error());
    if (const RecordId household = m_scale.household(); !household.isNil() && m_family.shown() != household)
        m_family.show(household);
    push(Scale);
}

void Session::goScales(const ScaleWish& wish)
{
    if (m_state != Open)
        return;
    if (page() == Form && m_form.isOpen())
        m_form.close(); // its draft waits until the scale is read; the second unlock stays until the first line
    scaleOpened(m_scale.choose(wish));
}

// Back to the session that asked for a scale; without the second unlock the page of the scale stays.
void Session::goSession(RecordId session, RecordId result)
{
    const auto draft = m_state == Open ? m_desk.store().draft(session) : Result<std::optional<store::Draft>>{};
    if (!draft || !*draft)
        return goBack();
    withStepUp([this, found = **draft, result] {
        if (page() == Scale) {
            m_scale.close();
            m_pages.pop_back();
        }
        const auto resumed = m_form.resume(found);
        if (resumed && !result.isNil())
            m_form.addResult(result);
        formOpened(resumed);
    });
}

void Session::goSaved(RecordId record)
{
    m_saved.show(record);
    if (!m_saved.household().isNil())
        m_family.show(m_saved.household());
    push(Saved);
}

void Session::goEmergency(RecordId emergency)
{
    m_emergency.show(emergency);
    push(Emergency);
}

void Session::goConflicts(RecordId first)
{
    if (m_state != Open)
        return;
    m_conflict.show(first);
    push(Conflict);
}

// Some kinds have pages of their own: a home its board, an activity its list of who came, a team, a project, a visit of supervision.
bool Session::showOwnPage(std::string_view type, RecordId record, RecordId root)
{
    Page own = Record;
    if (type == "warm_home") {
        m_home.show(record);
        own = Home;
    } else if (type == "activity") {
        m_attendance.show(record);
        own = Attendance;
    } else if (type == "vol_team") {
        m_team.show(record);
        own = Team;
    } else if (type == "project_aid") {
        m_project.show(record);
        own = Project;
    } else if (type == "supervision" || type == "finding") {
        m_supervision.show(root);
        own = Supervision;
    }
    if (own != Record)
        push(own);
    return own != Record;
}

void Session::goRecord(RecordId record)
{
    if (m_state != Open || record.isNil())
        return;
    const auto view = m_desk.store().view(record);
    const RecordType* type = view ? m_desk.catalogue().type(view->type) : nullptr;
    if (type != nullptr && showOwnPage(type->name, record, view->root))
        return;
    // Back from one home leads to its plan no more: a trail begins where the page is not open yet.
    if (std::find(m_pages.begin(), m_pages.end(), Record) == m_pages.end())
        m_record.begin(record);
    else
        m_record.show(record);
    push(Record);
}

void Session::goNoting(RecordId household)
{
    if (m_state != Open || household.isNil())
        return;
    m_noting.show(household);
    push(Noting);
}

void Session::goClaimSum(RecordId about)
{
    if (m_state != Open || about.isNil())
        return;
    m_claimSum.show(about);
    push(ClaimSum);
}

void Session::goAllowance(RecordId household)
{
    if (m_state != Open || household.isNil())
        return;
    m_allowance.show(household);
    push(Allowance);
}

void Session::goHandover(RecordId household)
{
    if (m_state != Open)
        return;
    push(Handover);
    m_handover.begin(household);
}

void Session::showOnMap(const platform::Place& place, const QString& name)
{
    const auto shown = m_maps != nullptr ? m_maps->show(place, name) : Result<void>(fail(Errc::notFound, "no maps"));
    if (!shown)
        say(tr("No map on this tablet; the way is written below"), {});
}

void Session::goSettings() { push(Settings); }

// The words are gathered, then everything is locked: what the family holds is a page without a way in.
void Session::openTogether()
{
    if (m_state != Open)
        return;
    const bool withFamily = std::find(m_pages.begin(), m_pages.end(), Family) != m_pages.end();
    const RecordId family = withFamily ? m_family.shown() : RecordId{};
    const UserId user = m_desk.work().user;
    m_together.open(m_userName.size() == 3 ? m_userName.mid(1) : m_userName); // colleagues go by the given name
    lock();
    m_lender = user;
    m_lentAt = family;
}

void Session::leaveTogether() { m_together.close(); }

} // namespace lianxin::ui
