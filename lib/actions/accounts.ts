'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { listBranch } from '../domain/account/branch.ts'
import { createAccount } from '../domain/account/create.ts'
import { editAccount } from '../domain/account/edit.ts'
import type { FormAction } from '../views/form.ts'
import { text } from '../views/form-text.ts'
import type { AccountField } from '../views/account-fields.ts'
import type { ListBranch, NewAccountField } from '../views/account.ts'
import { accountEdit, accountStart } from './account-input.ts'
import { formAction, readAction, savedMessage } from '../web/form-action.ts'
import { redirectWithin } from '../web/redirect.ts'

/** Saves the changed fields of an account. */
export const editAccountAction: FormAction<AccountField> = formAction(
  accountEdit,
  async (viewer, { account, initialValues, ...typed }) => {
    const saved = await editAccount(viewer, account, { typed, initialValues })
    if (!saved) return 'messages.unchanged'
    refresh()
    return savedMessage()
  },
)

/** Creates an account with its first admin, and shows it. */
export const createAccountAction: FormAction<NewAccountField> = formAction(
  accountStart,
  async (viewer, { parent, ...start }) =>
    redirectWithin(viewer, `/accounts/${await createAccount(viewer, parent, start)}`),
)

/** The children of an account, for the tree. */
export const listBranchAction: ListBranch = async (parent, after) => readBranch([parent, after])

const readBranch = readAction(z.tuple([text, text.nullable()]), (viewer, [parent, after]) =>
  listBranch(viewer, parent, after),
)
