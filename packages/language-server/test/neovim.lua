-- Neovim 0.7: it is sent diagnostics and does not ask for them. Takes the first replacement and tells what it saw.
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'poclint',
  cmd = { vim.env.POCLINT_NODE, vim.env.POCLINT, 'lsp', '--stdio' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(buffer, client)

local function find(code)
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    if diagnostic.code == code or (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code == code) then
      return diagnostic
    end
  end
end

local came = vim.wait(60000, function() return #vim.diagnostic.get(buffer) > 0 end, 50)
local before = #vim.diagnostic.get(buffer)
local soft = find('q-hortatory-verb')
local range = { start = { line = 11, character = 24 }, ['end'] = { line = 11, character = 24 } }
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = range,
  context = { diagnostics = {} },
}, 60000)
local taken = ''
for _, answer in pairs(answers or {}) do
  for _, action in ipairs(answer.result or {}) do
    if taken == '' and action.title:find('Replace', 1, true) then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      taken = action.title
    end
  end
end
local gone = vim.wait(60000, function() return find('q-hortatory-verb') == nil end, 50)
vim.cmd('silent write')
io.stdout:write(vim.json.encode({
  came = came, before = before, message = soft and soft.message or '', taken = taken, gone = gone,
}) .. '\n')
vim.lsp.stop_client(client)
vim.wait(5000, function() return vim.lsp.client_is_stopped(client) end, 20)
vim.cmd('qall!')
