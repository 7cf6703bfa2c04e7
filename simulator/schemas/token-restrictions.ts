// Schema `token_restrictions` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, obj, oneOfText, str } from './define.ts'

export const tokenRestrictions = obj({
  restrictions: obj(
    {},
    {
      patternProperties: {
        '^\\w+$': obj(
          {},
          {
            patternProperties: {
              '^\\w+$': obj(
                {},
                {
                  patternProperties: {
                    '^\\w+$': arr(
                      obj({
                        allowed_accounts: arr(str(), { uniqueItems: true }),
                        rules: obj(
                          {},
                          {
                            patternProperties: {
                              '^[\\w/#*]+$': arr(oneOfText(['GET', 'PUT', 'POST', 'PATCH', 'DELETE', '_']), {
                                uniqueItems: true,
                              }),
                            },
                          },
                        ),
                      }),
                    ),
                  },
                },
              ),
            },
          },
        ),
      },
    },
  ),
})
