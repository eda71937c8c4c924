// The handlers of access/, for routes.c.
#ifndef KITH_ACCESS_PAGES_H
#define KITH_ACCESS_PAGES_H

#include "web/web.h"

Handler oidc_leave_now, oidc_come_back;
Handler sign_in_show, sign_in_enter, sign_in_code_show, sign_in_code_enter, sign_out_ask, sign_out_now;
Handler password_forgot_show, password_forgot_send, password_reset_show, password_reset_save,
    invitation_show, invitation_take;
Handler account_show, account_name_edit, account_name_save, account_password_edit, account_password_save,
    account_prove, account_prove_now, account_sessions, account_session_end, account_sessions_end;
Handler two_step_show, two_step_start, two_step_set_up, two_step_confirm, two_step_codes, two_step_off;
Handler office_front;
Handler help_page;
Handler about_accessibility_page, about_privacy_page, about_cookies_page;
Handler accounts_list, accounts_invite, accounts_invite_send, accounts_invite_again, accounts_show,
    accounts_role_give, accounts_role_take, accounts_close_ask, accounts_close, accounts_open,
    accounts_two_step_off;
Handler agencies_show, agencies_add, agencies_add_save, agencies_edit, agencies_edit_save, agencies_end;
Handler audit_log, audit_log_verify, outbox_all, outbox_show, outbox_send_again, settings_show,
    settings_save;

#endif
